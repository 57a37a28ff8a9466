import { pathOf } from '#lib/addresses/addresses.ts'
import { livePaths } from '#lib/addresses/published.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { db } from '#lib/db/client.ts'
import { containing } from '#lib/db/like.ts'
import { ownOf } from '#lib/reviews/desk-scope.ts'
import { searchMentions } from '#lib/works/desk-queries.ts'
import type { LinkTarget } from './links.ts'

const mostFound = 10

/**
 * Pages of ours that fit the words, for a link: live reviews, works, people, lists, series and critics, and the reviews that this editor is
 * still writing, which have their address already. A path finds what stands there. Empty for no words.
 */
export async function searchTargets(editor: Editor, query: string): Promise<LinkTarget[]> {
  if (query === '') return []
  const path = query.startsWith('/') ? (/^[^?#]+/.exec(query)?.[0] ?? '') : null
  if (path !== null) return atPath(editor, path)
  const [reviews, things, others, drafts] = await Promise.all([
    findReviews({ OR: [{ title: containing(query) }, { work: { title: containing(query) } }] }),
    findThings(editor, query),
    findOthers(query),
    findDrafts(editor, query),
  ])
  const words = query.toLowerCase()
  return [...reviews, ...things, ...others, ...drafts]
    .map((target, index) => ({ target, index, rank: rankOf(target.title.toLowerCase(), words) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, mostFound)
    .map(({ target }) => target)
}

function rankOf(title: string, words: string): number {
  if (title === words) return 0
  return title.startsWith(words) ? 1 : 2
}

/** What a path of ours shows, when it is a review, a work or a person; others have no title that is worth offering. */
async function atPath(editor: Editor, path: string): Promise<LinkTarget[]> {
  const address = await db().address.findUnique({ where: { path } })
  const live = address?.state === 'moved' && address.target ? address.target : path
  if (!address?.subjectId || address.state === 'gone') return []
  if (address.kind === 'review') return findReviews({ reviewId: address.subjectId })
  const one = { where: { id: address.subjectId } }
  if (address.kind === 'person') {
    const person = await db().person.findUnique({ ...one, select: { name: true } })
    return person ? [{ href: live, title: person.name, detail: 'Person' }] : []
  }
  const work = address.kind === 'work' ? await db().work.findUnique({ ...one, select: { title: true } }) : null
  const [found] = work ? (await findThings(editor, work.title)).filter(({ href }) => href === live) : []
  return found ? [found] : []
}

type PublicationWhere = NonNullable<
  NonNullable<Parameters<ReturnType<typeof db>['publication']['findMany']>[0]>['where']
>

async function findReviews(where: PublicationWhere): Promise<LinkTarget[]> {
  const rows = await db().publication.findMany({
    where: { isCurrent: true, ...where },
    select: {
      slug: true,
      title: true,
      work: { select: { title: true } },
      critics: { orderBy: { position: 'asc' }, select: { critic: { select: { name: true } } } },
    },
    orderBy: { publishedAt: 'desc' },
    take: mostFound,
  })
  return rows.map(({ slug, title, work, critics }) => ({
    href: pathOf('review', slug),
    title,
    detail: [
      'Review',
      work?.title && `of ${work.title}`,
      critics.length > 0 && `by ${critics.map(({ critic }) => critic.name).join(' and ')}`,
    ]
      .filter(Boolean)
      .join(' '),
  }))
}

async function findThings(editor: Editor, query: string): Promise<LinkTarget[]> {
  const found = await searchMentions(editor, query, mostFound)
  const paths = await livePaths(found.map(({ id }) => id))
  return found.flatMap(({ id, kind, label, detail }) => {
    const href = paths[id]
    if (!href) return []
    return [{ href, title: label, detail: kind === 'person' ? ['Person', detail].filter(Boolean).join(', ') : detail }]
  })
}

async function findOthers(query: string): Promise<LinkTarget[]> {
  const take = 5
  const [lists, series, critics] = await Promise.all([
    db().list.findMany({ where: { title: containing(query) }, select: { id: true, title: true }, take }),
    db().workSeries.findMany({ where: { name: containing(query) }, select: { id: true, name: true }, take }),
    db().critic.findMany({ where: { name: containing(query) }, select: { id: true, name: true }, take }),
  ])
  const found = [
    ...lists.map(({ id, title }) => ({ id, title, detail: 'List' })),
    ...series.map(({ id, name }) => ({ id, title: name, detail: 'Series' })),
    ...critics.map(({ id, name }) => ({ id, title: name, detail: 'Critic' })),
  ]
  const paths = await livePaths(found.map(({ id }) => id))
  return found.flatMap(({ id, title, detail }) => (paths[id] ? [{ href: paths[id], title, detail }] : []))
}

/** Reviews of one's own that readers do not see yet: the address is the one that they will have. */
async function findDrafts(editor: Editor, query: string): Promise<LinkTarget[]> {
  const rows = await db().review.findMany({
    where: {
      AND: [ownOf(editor), { publishedAt: null, trashedAt: null, slug: { not: '' }, title: containing(query) }],
    },
    select: { slug: true, title: true },
    orderBy: { updatedAt: 'desc' },
    take: 5,
  })
  return rows.flatMap(({ slug, title }) =>
    slug ? [{ href: pathOf('review', slug), title, detail: 'Your draft, not published yet' }] : [],
  )
}
