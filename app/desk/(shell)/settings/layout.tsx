import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageHead } from '#components/desk/page-head.tsx'
import { can } from '#lib/auth/policy.ts'
import { requireEditor } from '#lib/auth/require-editor.ts'
import { HouseActions } from './_components/house-actions.tsx'
import { SettingsNav } from './_components/settings-nav.tsx'
import { changeHouseAction, changeHouseListAction, findLeadsAction } from './actions.ts'

/** The settings, a page to each noun. For whoever may change them. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const editor = await requireEditor()
  if (!can(editor, 'setting.edit')) notFound()
  return (
    <>
      <PageHead title="Settings">What the whole house keeps to.</PageHead>
      <SettingsNav />
      {/* From here, so that every page below has them: one that is pressed on a page without it is not found. */}
      <HouseActions change={changeHouseAction} changeList={changeHouseListAction} findLeads={findLeadsAction}>
        {children}
      </HouseActions>
    </>
  )
}
