import { isSlug, slugify } from '#lib/addresses/addresses.ts'
import type { DeskReview } from '#lib/reviews/desk-reviews.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'

/** Whether the address is still made of the headline: until it was written by hand, and never once readers know it. */
export function followsTitle(
  { publishedAt }: Pick<DeskReview, 'publishedAt'>,
  { slug, title }: Pick<ReviewContent, 'slug' | 'title'>,
): boolean {
  if (publishedAt !== null) return false
  const base = slugify(title)
  return /^draft-[0-9a-f]{12}$/.test(slug) || slug === base || numberOf(slug, base) !== null
}

/** The next address for a headline whose own is taken: "her-2", "her-3". */
export function nextSlug(slug: string, title: string): string {
  const base = slugify(title)
  const next = `${base}-${(numberOf(slug, base) ?? 1) + 1}`
  return isSlug(next) ? next : slug
}

/** The new address when the headline changes. An empty headline leaves it. */
export function slugFor(title: string, slug: string): string {
  return title.trim() === '' ? slug : slugify(title)
}

function numberOf(slug: string, base: string): number | null {
  const number = slug.startsWith(`${base}-`) ? slug.slice(base.length + 1) : ''
  return /^([2-9]|[1-9]\d{1,2})$/.test(number) ? Number(number) : null
}
