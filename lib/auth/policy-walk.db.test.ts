import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addCorrection } from '#lib/corrections/commands.ts'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { dropJob, retryJob } from '#lib/jobs/commands.ts'
import { startNameReport } from '#lib/names/commands-report.ts'
import { retryPings } from '#lib/pings/commands.ts'
import { sharePreview } from '#lib/previews/commands.ts'
import { restoreRevision, saveReview } from '#lib/reviews/commands.ts'
import { discardChanges, keepNamedVersion } from '#lib/reviews/commands-history.ts'
import { publishReview, retractReview } from '#lib/reviews/commands-publish.ts'
import { moveSchedule, scheduleReview, setEmbargo, unscheduleReview } from '#lib/schedule/commands.ts'
import { deleteForGood, putBack, throwAway } from '#lib/trash/commands.ts'
import { invitePerson } from '#lib/users/commands-invitation.ts'
import { planReviews } from '#lib/workflow/commands.ts'
import { createWork } from '#lib/works/commands.ts'
import { editWork } from '#lib/works/commands-edit.ts'
import { contentOfWork, workContentInclude } from '#lib/works/desk-queries-work.ts'
import { makeEditor, makeReview, makeWork, readReview, unique } from '#prisma/factories.ts'
import type { Editor } from './editor.ts'
import { can, type Owned, type Role, roles, type Verb } from './policy.ts'
import { editorOfSession } from './sessions.ts'

// The policy, walked: every role at every review, its own and somebody else's, in every state, with every verb. The answer is the policy's,
// and after a refusal not one byte of the database is another.

const { pool } = await testDatabase()
const owner = await makeEditor('owner', { isCritic: true })
const somebody = await makeEditor('critic', { isCritic: true, name: 'Somebody Else' })
const walkers = Object.fromEntries(
  await Promise.all(roles.map(async role => [role, await makeEditor(role, { isCritic: true, name: role })] as const)),
)
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)

/** The whole database, in one value: of every table all rows. */
async function digest(): Promise<string> {
  const { rows } = await pool.query(
    `SELECT string_agg(format('SELECT %L || md5(coalesce(string_agg(md5(t::text), '''' ORDER BY md5(t::text)), '''')) AS d FROM %I.%I t', tablename, schemaname, tablename), ' UNION ALL ') AS sql
     FROM pg_tables WHERE schemaname = 'public'`,
  )
  const { sql } = z.object({ sql: z.string() }).parse(rows[0])
  return JSON.stringify((await pool.query(`${sql} ORDER BY 1`)).rows)
}

const states = ['draft', 'live', 'trashed'] as const
type State = (typeof states)[number]
interface Thing {
  id: string
  version: number
  owned: Owned
}

async function make(state: State, by: Editor): Promise<Thing> {
  const { id } = await makeReview(by)
  if (state === 'live') {
    const { version } = await readReview(id)
    const done = await publishReview(owner, { id, version })
    if (!done.ok) throw new Error(`not live: ${JSON.stringify(done)}`)
  }
  const row = await readReview(id)
  if (state === 'trashed') await throwAway(owner, { kind: 'review', id, version: row.version })
  return {
    id,
    version: row.version,
    owned: {
      createdById: row.createdById,
      criticIds: row.critics.map(({ criticId }) => criticId),
      wasPublished: row.publishedAt !== null,
    },
  }
}

/** What the database was after the last refusal, while nothing was done since. */
let known: string | null = null
const kept = new Map<string, Thing>()

/** One of each state and person for all refusals: none of them changes it. */
async function untouchedOf(state: State, by: Editor): Promise<Thing> {
  const key = `${state} ${by.id}`
  const there = kept.get(key)
  if (there) return there
  known = null
  const made = await make(state, by)
  kept.set(key, made)
  return made
}

type Outcome = { ok: boolean; code?: string }
interface Row {
  verb: Verb
  does: (editor: Editor, thing: Thing) => Promise<Outcome>
  /** What is in the trash is found by these alone. */
  inTrash?: true
  /** Where there is anything to do: all states, unless it says which. */
  on?: readonly State[]
}

const versionOf = ({ id, version }: Thing) => ({ id, version })
const rows: Record<string, Row> = {
  saveReview: {
    verb: 'review.edit',
    does: async (editor, thing) => {
      const { content } = await readReview(thing.id)
      return saveReview(editor, { ...versionOf(thing), content: { ...content, standfirst: unique('said') } })
    },
  },
  restoreRevision: {
    verb: 'review.edit',
    does: async (editor, thing) => {
      const { id } = await db().revision.findFirstOrThrow({ where: { reviewId: thing.id } })
      return restoreRevision(editor, { ...versionOf(thing), revisionId: id })
    },
  },
  keepNamedVersion: {
    verb: 'review.edit',
    does: (editor, thing) => keepNamedVersion(editor, { ...versionOf(thing), words: { name: 'Kept', note: '' } }),
  },
  discardChanges: {
    verb: 'review.edit',
    on: ['live', 'trashed'],
    does: (editor, thing) => discardChanges(editor, versionOf(thing)),
  },
  publishReview: { verb: 'review.publish', does: (editor, thing) => publishReview(editor, versionOf(thing)) },
  retractReview: {
    verb: 'review.retract',
    on: ['live', 'trashed'],
    does: (editor, thing) => retractReview(editor, versionOf(thing)),
  },
  scheduleReview: {
    verb: 'review.publish',
    does: (editor, { id }) => scheduleReview(editor, { id, what: 'publish', wall: tomorrow() }),
  },
  'scheduleReview, to retract': {
    verb: 'review.retract',
    does: (editor, { id }) => scheduleReview(editor, { id, what: 'retract', wall: tomorrow() }),
  },
  moveSchedule: {
    verb: 'review.publish',
    does: (editor, { id }) => moveSchedule(editor, { id, what: 'publish', day: tomorrow().slice(0, 10) }),
  },
  unscheduleReview: {
    verb: 'review.publish',
    does: (editor, { id }) => unscheduleReview(editor, { id, what: 'publish' }),
  },
  setEmbargo: { verb: 'embargo.set', does: (editor, { id }) => setEmbargo(editor, { id, wall: tomorrow(), note: '' }) },
  sharePreview: {
    verb: 'preview.share',
    does: (editor, { id }) => sharePreview(editor, { id, name: 'Marguerite', days: 3 }),
  },
  addCorrection: {
    verb: 'review.correct',
    does: (editor, { id }) => addCorrection(editor, { reviewId: id, text: unique('It was a Tuesday') }),
  },
  'planReviews, to somebody': {
    verb: 'review.plan',
    does: async (editor, { id }) => planned(await planReviews(editor, [{ id, version: 1, assigneeId: somebody.id }])),
  },
  throwAway: {
    verb: 'review.trash',
    does: (editor, thing) => throwAway(editor, { kind: 'review', ...versionOf(thing) }),
  },
  putBack: { verb: 'review.trash', inTrash: true, does: (editor, { id }) => putBack(editor, { kind: 'review', id }) },
  deleteForGood: {
    verb: 'trash.purge',
    inTrash: true,
    does: (editor, { id }) => deleteForGood(editor, { kind: 'review', id }),
  },
}

/** What the desk does to reviews and is not walked here, with the reason. */
const elsewhere: Record<string, string> = {
  changeSteps: 'is of the house: lib/workflow/workflow.db.test.ts',
  createReview: 'is for every role; what is made is one’s own',
  pitchReview: 'is for every role; what is made is one’s own',
  saveView: 'is one’s own, or the house’s: lib/workflow/workflow.db.test.ts',
  removeView: 'is one’s own, or the house’s: lib/workflow/workflow.db.test.ts',
  endPreview: 'is of a link: lib/schedule/schedule.db.test.ts',
  nameRevision: 'is of a version: lib/history',
  withdrawCorrection: 'is of a correction: lib/corrections/commands.db.test.ts',
  timingProblem: 'is words',
}

test('whatever the desk does to reviews is walked here, or elsewhere for a reason', () => {
  const root = join(import.meta.dirname, '../..')
  const imports =
    /import \{([^}]*)\} from '#lib\/(?:reviews|schedule|previews|trash|corrections|workflow)\/commands[^']*'/g
  const used = globSync('app/**/*.{ts,tsx}', { cwd: root }).flatMap(file =>
    [...readFileSync(join(root, file), 'utf8').matchAll(imports)].flatMap(([, names = '']) =>
      names.split(',').map(name => name.trim()),
    ),
  )
  const walked = new Set(Object.keys(rows).map(name => name.split(',')[0]))
  const missing = used.filter(name => name && !name.startsWith('type ') && !walked.has(name) && !(name in elsewhere))
  expect([...new Set(missing)]).toEqual([])
})

function planned({ refused }: Awaited<ReturnType<typeof planReviews>>): Outcome {
  return refused[0] ? { ok: false, code: refused[0].code } : { ok: true }
}

/** Refused by the policy; every other answer, such as that it is stale or not complete, comes from somebody who may. */
const isRefused = ({ ok, code }: Outcome) => !ok && (code === 'not-allowed' || code === 'not-found')

describe.each(Object.entries(rows))('%s', (_, { verb, does, inTrash = false, on = states }) => {
  test.each(roles.flatMap(role => ['own', 'another’s'].map(whose => [role, whose] as const)))(
    'as the policy says: %s, %s',
    async (role, whose) => {
      const editor = walkers[role]
      if (!editor) throw new Error(`nobody is ${role}`)
      for (const state of on) {
        const by = whose === 'own' ? editor : somebody
        const untouched = await untouchedOf(state, by)
        const isThere = (state === 'trashed') === inTrash
        const expected = isThere && can(editor, verb, untouched.owned)
        if (expected) {
          known = null
          const outcome = await does(editor, await make(state, by))
          expect({ state, refused: isRefused(outcome) }, outcome.code).toEqual({ state, refused: false })
          continue
        }
        known ??= await digest()
        const outcome = await does(editor, untouched)
        expect({ state, refused: isRefused(outcome) }, outcome.code).toEqual({ state, refused: true })
        expect(await digest(), `${state}: nothing is changed by a refusal`).toBe(known)
      }
    },
  )
})

const plain: Record<string, [Verb, (editor: Editor) => Promise<Outcome>]> = {
  createWork: [
    'work.create',
    editor =>
      createWork(editor, {
        kind: 'film',
        title: unique('Work'),
        originalTitle: '',
        isAnother: false,
        released: '2020',
        credits: [],
        parentId: null,
        number: null,
      }),
  ],
  editWork: [
    'work.edit',
    async editor => {
      const { id, version } = await makeWork()
      const row = await db().work.findUniqueOrThrow({ where: { id }, include: workContentInclude })
      return editWork(editor, { id, version, content: { ...contentOfWork(row), summary: 'Said' } })
    },
  ],
  startNameReport: ['name.accept', startNameReport],
  invitePerson: [
    'user.manage',
    editor =>
      invitePerson(editor, {
        ...{ name: 'Ines', email: `${unique('ines')}@example.org`, role: 'critic' },
        ...{ criticId: null, confirmation: null },
      }),
  ],
  retryJob: ['job.manage', editor => retryJob(editor, '1')],
  dropJob: ['job.manage', editor => dropJob(editor, '1')],
  retryPings: ['ping.retry', editor => retryPings(editor, { id: 'all' })],
}

describe.each(Object.entries(plain))('%s', (name, [verb, does]) => {
  test.each(roles)('as the policy says: %s', async role => {
    const editor = walkers[role]
    if (!editor) throw new Error(`nobody is ${role}`)
    const isAllowed = can(editor, verb)
    // What it is done to is made by the row itself.
    const before = isAllowed || name === 'editWork' ? '' : await digest()
    const outcome = await does(editor)
    expect(!outcome.ok && outcome.code === 'not-allowed', outcome.code).toBe(!isAllowed)
    if (before) expect(await digest()).toBe(before)
  })
})

test('a role that was lowered, and an account that was closed, count from the next request on', async () => {
  const editor = await makeEditor('editor')
  const seen = async () => (await editorOfSession(editor.sessionId))?.role ?? null
  expect(await seen()).toBe('editor' satisfies Role)
  await db().user.update({ where: { id: editor.id }, data: { version: { increment: 1 }, role: 'critic' } })
  expect(await seen()).toBeNull()
  const other = await makeEditor('editor')
  await db().user.update({ where: { id: other.id }, data: { disabledAt: new Date() } })
  expect(await editorOfSession(other.sessionId)).toBeNull()
})
