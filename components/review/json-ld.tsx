import { type MarkupNode, markupJson } from '#lib/markup/markup.ts'

/** The graph of a page. The only place that writes markup into it as a string. */
export function JsonLd({ graph }: { graph: MarkupNode[] }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in a script element, with every `<` escaped
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: markupJson(graph) }} />
}
