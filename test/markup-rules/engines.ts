import { type Finding, Graph, isNode, type Node, typeOf, valuesOf } from './nodes.ts'
import { vocabulary } from './vocabulary.ts'

// The search engines' own rules, from their documentation (developers.google.com/search/docs/appearance/structured-data): what is
// required is an error, what is recommended a warning.

type Check = (graph: Graph) => Finding[]

/** What the engines refuse (errors) or would like better (warnings) in a graph. */
export function engineFindings(nodes: unknown): Finding[] {
  const graph = new Graph(nodes)
  return checks.flatMap(check => check(graph))
}

const rated = [
  'Book',
  'Course',
  'CreativeWorkSeason',
  'CreativeWorkSeries',
  'Episode',
  'Event',
  'Game',
  'HowTo',
  'LocalBusiness',
  'MediaObject',
  'Movie',
  'MusicPlaylist',
  'MusicRecording',
  'Organization',
  'Product',
  'Recipe',
  'SoftwareApplication',
]
const retired = ['ClaimReview', 'FAQPage', 'HowTo', 'SearchAction', 'SpecialAnnouncement', 'VehicleListing', 'Course']
const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/
const absolute = (value: unknown) => typeof value === 'string' && /^https?:\/\/[^/]+/.test(value)
const isA = (node: Node | null, type: string) => node !== null && vocabulary().lineage(typeOf(node)).includes(type)

/** A rule about each node of some types. */
function each(
  types: string[],
  find: (node: Node, graph: Graph) => (false | [level: Finding['level'], says: string])[],
) {
  return (graph: Graph) =>
    graph
      .ofType(...types)
      .flatMap(({ node, where }) =>
        find(node, graph).flatMap((found): Finding[] => (found ? [{ level: found[0], where, says: found[1] }] : [])),
      )
}

const checks: Check[] = [
  each(['Review'], (review, graph) => {
    const about = graph.follow(review.itemReviewed)
    const rating = graph.follow(review.reviewRating)
    return [
      !about && ['error', 'has no itemReviewed'],
      about !== null && !about.name && ['error', 'what was reviewed has no name'],
      about !== null &&
        !rated.some(type => isA(about, type)) && ['error', `a rating of a ${typeOf(about)} is not shown`],
      isA(about, 'LocalBusiness') && ['error', 'a rating of a business by an editor may not be marked up'],
      !rating && ['error', 'has no reviewRating'],
      !zoned.test(String(review.datePublished)) && ['warning', 'has no datePublished with its zone'],
      ...authors(review, graph),
    ]
  }),
  each(['Rating'], rating => {
    const { ratingValue: value, bestRating: best, worstRating: worst } = rating
    const isNumber = typeof value === 'number'
    return [
      !isNumber && ['error', 'ratingValue is no number'],
      typeof best !== 'number' && ['warning', 'without bestRating it is taken to be out of 5'],
      typeof worst !== 'number' && ['warning', 'without worstRating it is taken to begin at 1'],
      isNumber && typeof best === 'number' && value > best && ['error', 'ratingValue is above bestRating'],
      isNumber && typeof worst === 'number' && value < worst && ['error', 'ratingValue is below worstRating'],
      typeof best === 'number' && typeof worst === 'number' && worst >= best && ['error', 'the scale has no range'],
      !rating.ratingExplanation && ['warning', 'is not said in words'],
    ]
  }),
  each(['Article', 'NewsArticle'], (article, graph) => {
    const [published, modified] = [String(article.datePublished), String(article.dateModified)]
    return [
      !article.headline && ['error', 'has no headline'],
      !zoned.test(published) && ['warning', 'has no datePublished with its zone'],
      !zoned.test(modified) && ['warning', 'has no dateModified with its zone'],
      Date.parse(modified) < Date.parse(published) && ['error', 'was changed before it was published'],
      !valuesOf(article.image).every(image => absolute(isNode(image) ? image.contentUrl : image)) && [
        'error',
        'has a picture without an absolute address',
      ],
      graph.follow(article.publisher)?.name === undefined && ['warning', 'has no publisher'],
      ...authors(article, graph),
      ...valuesOf(article.author).map((author): false | [Finding['level'], string] =>
        absolute(graph.follow(author)?.url) ? false : ['warning', 'has an author without an address'],
      ),
    ]
  }),
  each(['BreadcrumbList'], list => {
    const items = valuesOf(list.itemListElement).filter(isNode)
    return [
      items.length < 2 && ['error', 'has fewer than two steps'],
      ...positions(items),
      items.some(item => !item.name) && ['error', 'has a step without a name'],
      items.some(item => !absolute(item.item)) && ['error', 'has a step without an absolute address'],
    ]
  }),
  each(['ItemList'], list => {
    const items = valuesOf(list.itemListElement).filter(isNode)
    const addresses = items.flatMap(item => item.url ?? [])
    return [
      ...positions(items),
      items.some(item => !item.name) && ['error', 'has an entry without a name'],
      !addresses.every(absolute) && ['error', 'has an entry whose address is not absolute'],
      addresses.length > 0 && addresses.length < items.length && ['error', 'has addresses for some entries only'],
    ]
  }),
  each(['ProfilePage'], (page, graph) => [
    !graph.follow(page.mainEntity)?.name && ['error', 'is of nobody with a name'],
    !['Person', 'Organization'].some(type => isA(graph.follow(page.mainEntity), type)) && [
      'error',
      'is of neither a person nor an organization',
    ],
  ]),
  each(['WebSite'], site => [
    !site.name && ['error', 'has no name'],
    !absolute(site.url) && ['error', 'has no absolute address'],
    !site.alternateName && ['warning', 'has no alternateName'],
  ]),
  each(['Product', 'SoftwareApplication'], (product, graph) => [
    typeOf(product) === 'Product' &&
      !graph.follow(product.review) &&
      !product.offers &&
      !product.aggregateRating && ['error', 'has neither a review nor an offer nor an aggregate'],
  ]),
  each(['AggregateRating'], rating => [!rating.ratingCount && !rating.reviewCount && ['error', 'counts nothing']]),
  notes,
  wholes,
]

function authors(node: Node, graph: Graph): (false | [Finding['level'], string])[] {
  const all = valuesOf(node.author).map(author => graph.follow(author))
  return [
    all.length === 0 && ['error', 'has no author'],
    all.some(author => !isA(author, 'Person') && !isA(author, 'Organization')) && ['error', 'was written by nobody'],
    all.some(author => typeof author?.name !== 'string' || author.name.length >= 100) && [
      'error',
      'has an author without a name of fewer than 100 characters',
    ],
    new Set(all.map(author => author?.name)).size < all.length && ['error', 'names an author twice'],
  ]
}

function positions(items: Node[]): (false | [Finding['level'], string])[] {
  const first = Number(items[0]?.position ?? 1)
  return [
    items.length === 0 && ['error', 'is empty'],
    items.some((item, index) => item.position !== first + index) && ['error', 'is not counted one by one'],
  ]
}

/** For and against: of products only, and from two on. */
function notes(graph: Graph): Finding[] {
  return graph.ofType('Review').flatMap(({ node, where }): Finding[] => {
    const lists = [node.positiveNotes, node.negativeNotes].flatMap((list): Node[] => {
      const node = graph.follow(list)
      return node ? [node] : []
    })
    if (lists.length === 0) return []
    const said = lists.flatMap((list: Node) => valuesOf(list.itemListElement)).length
    const about = graph.follow(node.itemReviewed)
    return [
      ...(said < 2 ? [{ level: 'error' as const, where, says: 'says only one thing for or against' }] : []),
      ...(isA(about, 'Product') || isA(about, 'SoftwareApplication')
        ? []
        : [{ level: 'error' as const, where, says: 'points for and against are of products only' }]),
    ]
  })
}

/** Rules about a page's graph as a whole. */
function wholes(graph: Graph): Finding[] {
  const reviews = graph.ofType('Review').filter(({ node }) => 'itemReviewed' in node)
  const error = (where: string, says: string): Finding => ({ level: 'error', where, says })
  return [
    ...graph.nodes.flatMap(({ node, where }) =>
      retired.includes(typeOf(node)) ? [error(where, `${typeOf(node)} is not used any more`)] : [],
    ),
    ...reviews.slice(1).map(({ where }) => error(where, 'is the second review on one page')),
    ...(reviews.length > 0 && graph.ofType('CollectionPage').length > 0
      ? [error('CollectionPage', 'a list carries no review')]
      : []),
    ...reviews.flatMap(({ node, where }) => {
      const article = graph.follow(node.isPartOf)
      const isLinked = typeOf(article ?? {}) === 'Article' && graph.follow(article?.hasPart)?.['@id'] === node['@id']
      return isLinked ? [] : [error(where, 'and the Article do not name each other')]
    }),
  ]
}
