import type { MenuEntry } from './menus.ts'
import type { PublicationSettings } from './settings.ts'

// The house's own texts: what it is, what it knows of its readers, who answers for it, and what it holds itself to. Pure.

export type HouseTextKey = 'aboutText' | 'privacyText' | 'imprintText' | 'policyText'

/** Those with a page of their own, which is there while there is a text. */
export const textPages = [
  { key: 'privacyText', path: '/privacy', title: 'Privacy' },
  { key: 'policyText', path: '/policies', title: 'How we work' },
  { key: 'imprintText', path: '/imprint', title: 'Imprint' },
] as const satisfies readonly { key: HouseTextKey; path: string; title: string }[]

export type TextPage = (typeof textPages)[number]

/** The pages of texts that there are, as menus name them. */
export function writtenPages(settings: Pick<PublicationSettings, HouseTextKey>): MenuEntry[] {
  return textPages.filter(({ key }) => settings[key] !== '').map(({ path, title }) => ({ address: path, label: title }))
}
