import { pathOf } from '#lib/addresses/addresses.ts'
import { db } from '#lib/db/client.ts'
import { getSettings } from '#lib/settings/published.ts'
import type { Translation } from './reviews.ts'

/** What is live of an original and its translations, without the review `except`: the original first, then by language. */
export async function listTranslations(originalId: string, except: string): Promise<Translation[]> {
  const [rows, settings] = await Promise.all([
    db().publication.findMany({
      where: {
        isCurrent: true,
        reviewId: { not: except },
        OR: [{ reviewId: originalId }, { translationOfId: originalId }],
      },
      select: { reviewId: true, slug: true, title: true, language: true },
    }),
    getSettings(),
  ])
  return rows
    .map(row => ({
      isOriginal: row.reviewId === originalId,
      language: row.language ?? settings.language,
      path: pathOf('review', row.slug),
      title: row.title,
    }))
    .sort((a, b) => Number(b.isOriginal) - Number(a.isOriginal) || a.language.localeCompare(b.language))
    .map(({ isOriginal: _, ...translation }) => translation)
}
