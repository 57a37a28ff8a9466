import { type PublicationSettings, settingKeys } from './settings.ts'

/** What each setting is called in a sentence. */
export const settingNames: Record<keyof PublicationSettings, string> = {
  name: 'the name',
  tagline: 'the tagline',
  description: 'the description',
  language: 'the language',
  direction: 'the direction',
  timeZone: 'the time zone',
  leadReviewId: 'the review on the cover',
  badges: 'the badges',
  affiliateDomains: 'the affiliate domains',
  indexNowKey: 'the key of IndexNow',
  webSubHub: 'the hub',
  ground: 'the paper',
  accentLight: 'the colour by day',
  accentDark: 'the colour by night',
  headlineFace: 'the face of headlines',
  textFace: 'the face of texts',
  smallFace: 'the face of small print',
  logoId: 'the logo',
  logoDarkId: 'the logo by night',
  iconId: 'the icon',
  headerMenu: 'the menu of the header',
  footerMenu: 'the menu of the footer',
  hasCover: 'whether there is a cover',
  front: 'the parts of the front page',
  hasFeeds: 'whether there are feeds',
  feedText: 'how much feeds carry',
  aboutText: 'the text about the publication',
  privacyText: 'the privacy text',
  imprintText: 'the imprint',
  policyText: 'the text on how you work',
}

/** What somebody else has changed since a page was read, for whoever wanted to change it too. */
export function staleText(current: PublicationSettings, seen: Record<string, unknown>): string {
  const changed = settingKeys.filter(key => key in seen && JSON.stringify(current[key]) !== JSON.stringify(seen[key]))
  const theirs = changed.map(key => {
    const value = current[key]
    const isShort = typeof value === 'string' && value !== '' && value.length <= 120 && !key.endsWith('Id')
    return isShort ? `${settingNames[key]} is now “${value}”` : `${settingNames[key]} was changed`
  })
  return `Somebody has changed the settings meanwhile, and nothing was saved: ${theirs.join('; ')}. What you changed is still here. Look at it again, and save.`
}
