import type { Metadata } from 'next'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { listSections } from '#lib/sections/published.ts'
import { ownPages, usualFooter, usualHeader } from '#lib/settings/menus.ts'
import { getSettings } from '#lib/settings/published.ts'
import { writtenPages } from '#lib/settings/texts.ts'
import { MenusForm } from '../_components/menus-form.tsx'

export const metadata: Metadata = { title: 'Menus' }

/** Where the head and the foot of every page lead. */
export default async function MenusPage() {
  await requireEditor()
  const [settings, sections] = await Promise.all([getSettings(), listSections()])
  const { headerMenu, footerMenu, hasFeeds } = settings
  const texts = writtenPages(settings)
  const ownSections = sections.map(({ name, path }) => ({ label: name, address: path }))
  return (
    <MenusForm
      stored={{ headerMenu, footerMenu }}
      usual={{ headerMenu: usualHeader(sections), footerMenu: usualFooter({ hasFeeds, texts }) }}
      pages={[{ label: 'Front page', address: '/' }, ...ownSections, ...ownPages, ...texts]}
    />
  )
}
