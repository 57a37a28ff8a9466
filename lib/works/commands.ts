import { freeSlug } from '#lib/addresses/commands.ts'
import type { Editor } from '#lib/auth/editor.ts'
import { can } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { peopleOf } from './commands-credits.ts'
import { deskWorkSelect, toDeskWork } from './desk-queries.ts'
import type { DeskWork } from './desk-works.ts'
import { parentProblem, parsePartialDate, sortTitle, titleWithin } from './works.ts'
import type { NewWork } from './works-schema.ts'

type Tx = Prisma.TransactionClient

/** Milliseconds: two hundred people who are all new take their time on a busy machine. */
const longest = 20_000

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
  return db().$transaction(tx => create(tx, editor, input), { timeout: longest })
}

async function create(tx: Tx, editor: Editor, input: NewWork): ReturnType<typeof createWork> {
  // Two people who make the same work at once: the second is told of the first's.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('out-of-five.work'))::text`
  const { year = null, month = null, day = null } = parsePartialDate(input.released) ?? {}
  const namesake = input.isAnother ? null : await findNamesake(tx, input, year)
  if (namesake) return { ok: false, code: 'exists', work: namesake }
  const parent = input.parentId
    ? await tx.work.findUnique({
        where: { id: input.parentId },
        select: { title: true, kind: true, mergedIntoId: true, trashedAt: true },
      })
    : null
  if (input.parentId && (!parent || parent.mergedIntoId || parent.trashedAt))
    return { ok: false, code: 'invalid', field: 'parentId', problem: 'This series does not exist any more.' }
  const misfit = parent && parentProblem(input.kind, parent.kind)
  if (misfit) return { ok: false, code: 'invalid', field: 'parentId', problem: misfit }
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
      slug: await freeSlug(tx, 'work', titleWithin(parent?.title, input.title), year),
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
}

async function findNamesake(tx: Tx, input: NewWork, year: number | null): Promise<DeskWork | null> {
  const row = await tx.work.findFirst({
    where: {
      kind: input.kind,
      sortTitle: sortTitle(input.title),
      parentId: input.parentId,
      mergedIntoId: null,
      trashedAt: null,
      ...(year === null ? {} : { releaseYear: { in: [year - 1, year, year + 1] } }),
    },
    select: deskWorkSelect,
  })
  return row && toDeskWork(row)
}
