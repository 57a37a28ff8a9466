import { JsonLd } from '#components/review/json-ld.tsx'
import { env } from '#lib/env.ts'
import { breadcrumbMarkup, type MarkupNode } from '#lib/markup/markup.ts'
import type { Link } from '#lib/reviews/reviews.ts'
import { getSettings } from '#lib/settings/published.ts'

interface PageMarkupProps {
  /** From below the front page down to the page itself. */
  trail: Pick<Link, 'name' | 'path'>[]
  /** What else the page is. */
  graph?: MarkupNode[]
}

/** What a page says to machines in one graph: what it is, and its place. */
export async function PageMarkup({ trail, graph = [] }: PageMarkupProps) {
  const { name } = await getSettings()
  return <JsonLd graph={[...graph, breadcrumbMarkup(env().SITE_URL, [{ name, path: '/' }, ...trail])]} />
}
