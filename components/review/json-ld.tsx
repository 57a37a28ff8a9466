import type { MarkupNode } from '#lib/markup/markup.ts'

/** The graph of a page. `<` is escaped, so that no title can end the script. The only place that writes markup as a string. */
export function JsonLd({ graph }: { graph: MarkupNode[] }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c')
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in a script element, with every `<` escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
