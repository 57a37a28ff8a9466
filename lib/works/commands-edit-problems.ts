import { Prisma } from '#lib/db/generated/client.ts'
import { holderOf, holderSelect, idsTaken, slugTaken, type Taken } from './commands-taken.ts'
import { schemeName } from './external-ids.ts'
import type { WorkContent, WorkField } from './work-content.ts'
import { aKind, kindName, parentKindsOf, parentProblem } from './works.ts'

type Tx = Prisma.TransactionClient

/** Why a field is refused, and whose it is when it is somebody else's. */
export interface InvalidWork extends Taken {
  ok: false
  code: 'invalid'
  field: WorkField
}

/** What only other rows can say against a content; null when nothing does. */
export async function editProblem(tx: Tx, id: string, content: WorkContent): Promise<InvalidWork | null> {
  return (
    (await parentRefusal(tx, id, content)) ??
    (await partsRefusal(tx, id, content)) ??
    (await slugRefusal(tx, id, content)) ??
    (await idRefusal(tx, id, content)) ??
    (await isbnRefusal(tx, id, content)) ??
    (await imageRefusal(tx, content))
  )
}

// By the name of the constraint; of a trigger's refusal Prisma passes on the sentence only.
const constraintWords: [said: string, field: WorkField, problem: string][] = [
  ['would be part of itself', 'parentId', 'The work would be part of itself: what you chose is one of its own parts.'],
  ['is no part of that', 'parentId', 'A work of this kind cannot be part of that.'],
  ['work_parts', 'parentId', 'Say what it is part of, and give numbers, minutes and pages that can be.'],
  ['work_release_precision', 'released', 'There is no such date.'],
  ['edition_release_precision', 'editions', 'There is no such date.'],
  ['edition_isbn_key', 'editions', 'Another edition has this ISBN.'],
  ['edition_form', 'editions', 'An edition needs a name, and an ISBN whose digits fit together.'],
  ['external_id_form', 'externalIds', 'One of the ids has not the form of its catalogue.'],
  ['external_id_scheme_value', 'externalIds', 'One of the ids belongs to something else.'],
  ['work_slug_key', 'slug', 'Another work has this address. Choose another one.'],
]

/** What the database refused, in words: somebody else was quicker, or chose the same. A surprise is thrown on. */
export function problemOfConstraint(error: unknown): InvalidWork {
  const said = `${error instanceof Error ? error.message : ''} ${JSON.stringify(reflected(error))}`
  const known = constraintWords.find(([words]) => said.includes(words))
  if (known) return invalid(known[1], known[2])
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
    if (/isbn/.test(said)) return invalid('editions', 'Another edition has this ISBN.')
    if (/scheme/.test(said)) return invalid('externalIds', 'One of the ids belongs to something else.')
    if (/slug/.test(said)) return invalid('slug', 'Another work has this address. Choose another one.')
  }
  throw error
}

async function parentRefusal(tx: Tx, id: string, { kind, parentId }: WorkContent): Promise<InvalidWork | null> {
  if (parentId === null) return null
  const parent = await tx.work.findFirst({
    where: { id: parentId, mergedIntoId: null, trashedAt: null },
    select: { kind: true },
  })
  if (!parent) return invalid('parentId', 'What it is part of does not exist any more. Choose again.')
  if (parentId === id) return invalid('parentId', 'A work is no part of itself. Choose another one.')
  const problem = parentProblem(kind, parent.kind)
  return problem ? invalid('parentId', problem) : null
}

/** A series that has seasons stays one: the database asks only those who have a parent. */
async function partsRefusal(tx: Tx, id: string, { kind }: WorkContent): Promise<InvalidWork | null> {
  const parts = await tx.work.groupBy({ by: ['kind'], where: { parentId: id }, _count: true })
  const misfit = parts.find(part => parentProblem(part.kind, kind) !== null)
  if (!misfit) return null
  const count = misfit._count
  const fitting = (parentKindsOf(misfit.kind) ?? []).map(each => aKind(each))
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(fitting)
  const parted = `${count} ${kindName(misfit.kind, count).toLowerCase()}`
  return invalid('kind', `${parted} ${count === 1 ? 'belongs' : 'belong'} to it, so it has to be ${list}.`)
}

async function slugRefusal(tx: Tx, id: string, { slug }: WorkContent): Promise<InvalidWork | null> {
  return refusal('slug', await slugTaken(tx, { noun: 'work', id }, slug))
}

async function idRefusal(tx: Tx, id: string, { kind, externalIds }: WorkContent): Promise<InvalidWork | null> {
  const taken = await idsTaken(tx, { noun: 'work', id }, kind, externalIds)
  if (taken) return refusal('externalIds', taken)
  const isbns = externalIds.flatMap(({ scheme, value }) => (scheme === 'isbn' ? [value] : []))
  const edition = await isbnHolder(tx, id, isbns)
  if (!edition) return null
  const problem = `${schemeName('isbn')} ${edition.isbn} belongs to an edition of another work.`
  return refusal('externalIds', { problem, holder: edition.holder })
}

async function isbnRefusal(tx: Tx, id: string, { editions }: WorkContent): Promise<InvalidWork | null> {
  const isbns = editions.flatMap(edition => edition.isbn || [])
  const twice = isbns.find((isbn, index) => isbns.indexOf(isbn) !== index)
  if (twice) return invalid('editions', `Two editions have the ISBN ${twice}.`)
  const taken = await isbnHolder(tx, id, isbns)
  return taken && { ...invalid('editions', `The ISBN ${taken.isbn} belongs to another work.`), holder: taken.holder }
}

/** Another work that has one of these, for itself or for an edition. */
async function isbnHolder(tx: Tx, id: string, isbns: string[]) {
  if (isbns.length === 0) return null
  const edition = await tx.edition.findFirst({
    where: { isbn: { in: isbns }, workId: { not: id } },
    select: { isbn: true, work: { select: holderSelect } },
  })
  if (edition) return { isbn: edition.isbn, holder: holderOf(edition.work) }
  const other = await tx.externalId.findFirst({
    where: { scheme: 'isbn', value: { in: isbns }, workId: { not: id } },
    select: { value: true, work: { select: holderSelect } },
  })
  return other?.work ? { isbn: other.value, holder: holderOf(other.work) } : null
}

async function imageRefusal(tx: Tx, { imageId }: WorkContent): Promise<InvalidWork | null> {
  if (
    imageId === null ||
    (await tx.media.findFirst({ where: { id: imageId, state: 'ready', trashedAt: null }, select: { id: true } }))
  )
    return null
  return invalid('imageId', 'This picture does not exist any more. Choose it again.')
}

function refusal(field: WorkField, taken: Taken | null): InvalidWork | null {
  return taken && { ok: false, code: 'invalid', field, ...taken }
}

function invalid(field: WorkField, problem: string): InvalidWork {
  return { ok: false, code: 'invalid', field, problem }
}

/** What Prisma keeps of the database's own words lies in different places for different faults. */
function reflected(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return null
  return [Reflect.get(error, 'meta'), Reflect.get(error, 'cause')]
}
