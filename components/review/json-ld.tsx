import type { MarkupNode } from '#lib/markup/markup.ts'

/** The graph of a page. `<` is escaped, so that no title can end the script. The only place that writes markup as a string. */
export function JsonLd({ graph }: { graph: MarkupNode[] }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
