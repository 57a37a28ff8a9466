import { cache } from 'react'
import type { Picture } from '#lib/media/pictures.ts'
import { getPictures } from '#lib/media/published.ts'
import type { Link } from '#lib/reviews/reviews.ts'
import { listSections } from '#lib/sections/published.ts'
import { type MenuEntry, usualFooter, usualHeader } from './menus.ts'
import { getSettings } from './published.ts'
import type { PublicationSettings } from './settings.ts'
import { writtenPages } from './texts.ts'

/** What stands around every page of readers. */
export interface House {
  name: string
  tagline: string
  logo: Picture | null
  /** Null where the other serves by night too. */
  logoDark: Picture | null
  /** The house's own icon; null for the mark. */
  icon: Picture | null
  header: MenuEntry[]
  footer: MenuEntry[]
  sections: Link[]
}

/** The house as it is. Read once per request. */
export const getHouse = cache(async (): Promise<House> => readHouse(await getSettings()))

/** The house as these settings make it. */
export async function readHouse(settings: PublicationSettings): Promise<House> {
  const { name, tagline, logoId, logoDarkId, iconId, headerMenu, footerMenu, hasFeeds } = settings
  const [sections, pictures] = await Promise.all([
    listSections(),
    getPictures([logoId, logoDarkId, iconId].flatMap(id => id ?? [])),
  ])
  const pictureOf = (id: string | null) => (id && pictures[id]) || null
  const texts = writtenPages(settings)
  return {
    name,
    tagline,
    logo: pictureOf(logoId),
    logoDark: pictureOf(logoDarkId),
    icon: pictureOf(iconId),
    header: headerMenu ?? usualHeader(sections),
    footer: footerMenu ?? usualFooter({ hasFeeds, texts }),
    sections,
  }
}
