import { defaultTheme, type Theme } from '#lib/theme/theme.ts'
import { type FrontBlock, usualFront } from './front.ts'
import type { MenuEntry } from './menus.ts'

/** What the whole publication is called and how it speaks; one row of Setting each. */
export interface PublicationSettings extends Theme {
  name: string
  tagline: string
  description: string
  /** BCP 47, such as en-GB. */
  language: string
  /** Which way its text runs. */
  direction: 'ltr' | 'rtl'
  /** IANA time zone, such as Europe/London. */
  timeZone: string
  /** The review that leads the home page, by id; null for the latest. */
  leadReviewId: string | null
  /** What a review can be distinguished as, best first. */
  badges: string[]
  /** Hosts (`shop.example`, and those below it) whose links earn money: they need a disclosure. */
  affiliateDomains: string[]
  /** Key of IndexNow: 8 to 128 letters, digits and hyphens, served as `/<key>.txt`; empty when search engines are not told of changes. */
  indexNowKey: string
  /** Address of the WebSub hub that is told of changes to feeds; empty for none. */
  webSubHub: string
  /** Pictures of the library, by id: the name as it is drawn, by day and by night, and the icon. */
  logoId: string | null
  logoDarkId: string | null
  iconId: string | null
  /** Null for the usual one. */
  headerMenu: MenuEntry[] | null
  footerMenu: MenuEntry[] | null
  /** Whether a review leads the front page as its cover, and what follows. */
  hasCover: boolean
  front: FrontBlock[]
  hasFeeds: boolean
  /** What a feed carries of each review. */
  feedText: 'whole' | 'summary'
  /** In Markdown; empty where there is none. */
  aboutText: string
  privacyText: string
  imprintText: string
  policyText: string
}

export const defaultSettings: PublicationSettings = {
  name: 'Out of Five',
  tagline: 'Reviews, with the number explained',
  description: '',
  language: 'en-GB',
  direction: 'ltr',
  timeZone: 'Europe/London',
  leadReviewId: null,
  badges: ['Essential', 'Best new'],
  affiliateDomains: [],
  indexNowKey: '',
  webSubHub: '',
  ...defaultTheme,
  logoId: null,
  logoDarkId: null,
  iconId: null,
  headerMenu: null,
  footerMenu: null,
  hasCover: true,
  front: usualFront,
  hasFeeds: true,
  feedText: 'whole',
  aboutText: '',
  privacyText: '',
  imprintText: '',
  policyText: '',
}

/** The names of all settings. */
export const settingKeys = settingKeysOf(defaultSettings)

function settingKeysOf<Settings extends object>(settings: Settings): (keyof Settings)[] {
  const keys: (keyof Settings)[] = []
  for (const key in settings) keys.push(key)
  return keys
}
