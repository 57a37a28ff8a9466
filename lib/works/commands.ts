import { pathOf, slugify } from '#lib/addresses/addresses.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { sortName } from '#lib/people/people.ts'
import { deskWorkSelect, toDeskWork } from './desk-queries.ts'
import type { DeskWork } from './desk-works.ts'
import { parsePartialDate, sortTitle } from './works.ts'
import type { NewWork } from './works-schema.ts'

type Tx = Prisma.TransactionClient

export type CreateWorkRefusal =
  | { ok: false; code: 'not-allowed' }
  | { ok: false; code: 'exists'; work: DeskWork }
  | { ok: false; code: 'invalid'; field: 'parentId' | 'credits'; problem: string }

/**
 * Makes a work with its credits, and the people of them who are not known yet; the same new name twice is one person. Readers see
 * nothing of it until a review of it is published. Refused: not allowed; a work of this kind, title and year is there already
 * (unless `isAnother` says that it is a different one); a series or person that does not exist.
 */
export async function createWork(
  editor: Editor,
  input: NewWork,
): Promise<{ ok: true; work: DeskWork } | CreateWorkRefusal> {
  if (!can(editor, 'work.create')) return { ok: false, code: 'not-allowed' }
  return db().$transaction(async tx => {
    // Two people who make the same work at once: the second is told of the first's.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.work'))::text`
    const { year = null, month = null, day = null } = parsePartialDate(input.released) ?? {}
    const namesake = input.isAnother ? null : await findNamesake(tx, input, year)
    if (namesake) return { ok: false, code: 'exists', work: namesake }
    const parent = input.parentId
      ? await tx.work.findUnique({ where: { id: input.parentId }, select: { title: true } })
      : null
    if (input.parentId && !parent)
      return { ok: false, code: 'invalid', field: 'parentId', problem: 'This series does not exist any more.' }
    const people = await peopleOf(tx, input.credits)
    if (!people)
      return {
        ok: false,
        code: 'invalid',
        field: 'credits',
        problem: 'Somebody in the credits does not exist any more. Choose again.',
      }
    const work = await tx.work.create({
      data: {
        kind: input.kind,
        title: input.title,
        sortTitle: sortTitle(input.title),
        originalTitle: input.originalTitle || null,
        slug: await freeSlug(tx, 'work', parent ? `${parent.title} ${input.title}` : input.title, year),
        releaseYear: year,
        releaseMonth: month,
        releaseDay: day,
        parentId: input.parentId,
        number: input.number,
        credits: {
          create: input.credits.map(({ role, character }, index) => ({
            role,
            character,
            position: index + 1,
            personId: people[index] ?? '',
          })),
        },
      },
      select: deskWorkSelect,
    })
    await tx.auditEntry.create({ data: { actorId: editor.id, action: 'work.create', subject: work.id } })
    return { ok: true, work: toDeskWork(work) }
  })
}

async function findNamesake(tx: Tx, input: NewWork, year: number | null): Promise<DeskWork | null> {
  const row = await tx.work.findFirst({
    where: {
      kind: input.kind,
      sortTitle: sortTitle(input.title),
      parentId: input.parentId,
      ...(year === null ? {} : { releaseYear: { in: [year - 1, year, year + 1] } }),
    },
    select: deskWorkSelect,
  })
  return row && toDeskWork(row)
}

/** The person of each credit, in order; null when one that was chosen does not exist. */
async function peopleOf(tx: Tx, credits: NewWork['credits']): Promise<string[] | null> {
  const chosen = [...new Set(credits.flatMap(credit => credit.personId ?? []))]
  if ((await tx.person.count({ where: { id: { in: chosen } } })) < chosen.length) return null
  const made = new Map<string, string>()
  const ids: string[] = []
  for (const { name, personId } of credits) {
    const id = personId ?? made.get(name) ?? (await personOf(tx, name, personId))
    if (!personId) made.set(name, id)
    ids.push(id)
  }
  return ids
}

/** The only one of this name, unless it was said (null) that it is somebody else; then, and when there are several, a new person. */
async function personOf(tx: Tx, name: string, said: null | undefined | string): Promise<string> {
  const known = said === null ? [] : await tx.person.findMany({ where: { name }, select: { id: true }, take: 2 })
  const [only, another] = known
  return only && !another ? only.id : createPerson(tx, name)
}

async function createPerson(tx: Tx, name: string): Promise<string> {
  const slug = await freeSlug(tx, 'person', name, null)
  const { id } = await tx.person.create({ data: { name, slug, sortName: sortName(name) }, select: { id: true } })
  return id
}

/** "her", or "her-2013", or "her-2": the first that neither a row nor an address has, or ever had. */
async function freeSlug(tx: Tx, noun: 'work' | 'person', title: string, year: number | null): Promise<string> {
  const base = slugify(title)
  const candidates = [
    base,
    ...(year === null ? [] : [`${base}-${year}`]),
    ...Array.from({ length: 500 }, (_, index) => `${base}-${index + 2}`),
  ]
  for (const slug of candidates) {
    const where = { where: { slug }, select: { id: true } }
    const taken = noun === 'work' ? await tx.work.findUnique(where) : await tx.person.findUnique(where)
    const address = await tx.address.findUnique({ where: { path: pathOf(noun, slug) }, select: { path: true } })
    if (!taken && !address) return slug
  }
  throw new Error(`There are too many called ${base}`)
}
