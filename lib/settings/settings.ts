/** What the whole publication is called and how it speaks; one row of Setting each. */
export interface PublicationSettings {
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
}
