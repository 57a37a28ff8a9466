import { all, type Element, textOf } from './document.ts'
import { Graph, type Node, valuesOf } from './nodes.ts'

/** What is marked up must be what is shown, to the letter: an engine drops, or punishes, what readers cannot see. */
export function shownFindings(document: Element, nodes: unknown[], head: { meta(name: string): string }): string[] {
  const graph = new Graph(nodes)
  const [main] = all(document, 'main')
  if (!main) return ['has no main']
  const shown = textOf(main)
  const unseen = (what: string, texts: unknown[]) =>
    texts
      .filter(text => typeof text === 'string' && !shown.includes(oneLine(text)))
      .map(text => `marks up a ${what} that is not shown: ${text}`)
  const [article] = graph.ofType('Article')
  return [
    ...graph.ofType('Rating').flatMap(({ node }) => unseen('rating', [node.ratingExplanation])),
    ...graph.ofType('Review').flatMap(({ node }) => unseen('verdict', [node.reviewBody])),
    ...graph.ofType('CorrectionComment').flatMap(({ node }) => unseen('correction', [node.text])),
    ...graph.ofType('PerformanceRole').flatMap(({ node }) => unseen('character', [node.characterName])),
    ...graph.ofType('Person').flatMap(({ node }) => unseen('name', [node.name])),
    ...graph.ofType('ItemList').flatMap(({ node }) => unseen('entry', valuesOf(node.itemListElement).map(nameOf))),
    ...(article ? articleFindings(main, article.node, graph, head, unseen) : []),
  ]
}

function articleFindings(
  main: Element,
  article: Node,
  graph: Graph,
  head: { meta(name: string): string },
  unseen: (what: string, texts: unknown[]) => string[],
): string[] {
  const [header = main] = all(main, 'header')
  const [review] = graph.ofType('Review')
  const about = graph.follow(review ? review.node.itemReviewed : article.about)
  const marked = valuesOf(article.author).map(author => nameOf(graph.follow(author)))
  const signed = all(header, 'a', { rel: 'author' }).map(textOf)
  const dates = datesOf(header)
  const equal = (what: string, says: unknown, shows: unknown) =>
    JSON.stringify(says) === JSON.stringify(shows) ? [] : [`${what}: marked up ${says}, shown ${shows}`]
  return [
    ...equal('headline', article.headline, all(main, 'h1').map(textOf).join()),
    ...(review ? equal('title of the review', review.node.name, article.headline) : []),
    ...equal('authors', marked, signed),
    ...equal('publication', article.datePublished, dates.published),
    ...equal('change', article.dateModified, dates.updated ?? dates.published),
    ...equal('article:published_time', head.meta('article:published_time'), dates.published),
    ...equal('article:modified_time', head.meta('article:modified_time'), dates.updated ?? dates.published),
    ...unseen('standfirst', [article.description]),
    ...unseen('section', [article.articleSection]),
    ...unseen('topic', valuesOf(article.keywords)),
    ...unseen('work', [about?.name]),
    ...(!review &&
    textOf(header).includes(' out of ') &&
    about &&
    !['Restaurant', 'Play'].includes(String(about['@type']))
      ? ['shows a rating that is not marked up']
      : []),
    ...(review && textOf(header).includes('Not scored') ? ['marks up a rating of what is not scored'] : []),
  ]
}

/** "Published …" and "Updated …": the instants that stand behind the words. */
function datesOf(header: Element): { published?: string; updated?: string } {
  const at = (label: string) =>
    all(header, 'p')
      .filter(line => textOf(line).startsWith(`${label} `))
      .flatMap(line => all(line, 'time').map(time => time.attributes.datetime))
      .at(0)
  const [published, updated] = [at('Published'), at('Updated')]
  return { ...(published && { published }), ...(updated && { updated }) }
}

function nameOf(node: unknown): unknown {
  return typeof node === 'object' && node !== null && 'name' in node ? node.name : undefined
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
