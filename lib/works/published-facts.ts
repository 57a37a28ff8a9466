import { db } from '#lib/db/client.ts'
import type { PartialDate } from './works.ts'

/** What is known of a work apart from who made it. What is not known is null or empty. */
export interface WorkFacts {
  originalTitle: string | null
  released: PartialDate
  minutes: number | null
  pages: number | null
  publisher: string | null
  country: string | null
  language: string | null
  genres: string[]
  platforms: string[]
}

/** The facts of a work, by id; null when there is no such work. */
export async function getWorkFacts(id: string): Promise<WorkFacts | null> {
  const work = await db().work.findUnique({
    where: { id },
    select: {
      originalTitle: true,
      releaseYear: true,
      releaseMonth: true,
      releaseDay: true,
      minutes: true,
      pages: true,
      publisher: true,
      country: true,
      language: true,
      genres: true,
      platforms: true,
    },
  })
  if (!work) return null
  const { releaseYear: year, releaseMonth: month, releaseDay: day, ...facts } = work
  return { ...facts, released: { year, month, day } }
}
