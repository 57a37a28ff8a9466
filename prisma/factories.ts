import { randomBytes } from 'node:crypto'
import { asEditor, type Editor } from '#lib/auth/editor.ts'
import type { Role } from '#lib/auth/policy.ts'
import { db } from '#lib/db/client.ts'
import type { Prisma } from '#lib/db/generated/client.ts'
import { refuseRemote } from '#lib/db/local-only.ts'
import { env } from '#lib/env.ts'
import type { Prose } from '#lib/prose/prose.ts'
import { createReview, saveReview } from '#lib/reviews/commands.ts'
import type { ReviewContent } from '#lib/reviews/reviews-schema.ts'
import { contentOf, workingCopyInclude } from '#lib/reviews/working-copy.ts'
import { sortTitle } from '#lib/works/works.ts'

// Rows for tests, each unique, so that no test depends on what another made. Everything goes through `db()`, and never further
// than this machine.

/** Somebody who is signed in; with a byline when `isCritic`. */
export async function makeEditor(role: Role = 'editor', { isCritic = false, name = 'Somebody' } = {}): Promise<Editor> {
  const prisma = local()
  const user = await prisma.user.create({ data: { email: `${unique('user')}@example.org`, name, role } })
  const critic = isCritic ? await makeCritic({ userId: user.id, name }) : null
  const session = await prisma.session.create({
    data: { userId: user.id, userVersion: 1, expiresAt: new Date(Date.now() + 86_400_000) },
  })
  return asEditor({
    id: user.id,
    name,
    email: user.email,
    role,
    criticId: critic?.id ?? null,
    timeZone: null,
    sessionId: session.id,
  })
}

export function makeCritic(data: { name?: string; userId?: string } = {}) {
  return local().critic.create({ data: { slug: unique('critic'), name: 'A Critic', ...data } })
}

export function makeSection(data: Partial<Prisma.SectionUncheckedCreateInput> = {}) {
  return local().section.create({ data: { slug: unique('section'), name: 'Film', position: 1, ...data } })
}

export function makeTopic(data: Partial<Prisma.TopicUncheckedCreateInput> = {}) {
  return local().topic.create({ data: { slug: unique('topic'), name: 'Love', ...data } })
}

/** Nought to five in halves, counted in stars. Returns the id of its version. */
export async function makeScale(data: Partial<Prisma.RatingScaleVersionCreateWithoutScaleInput> = {}): Promise<string> {
  const version = {
    version: 1,
    kind: 'numeric',
    min: 0,
    max: 5,
    step: 0.5,
    unitSingular: 'star',
    unitPlural: 'stars',
    unitGlyph: 'star',
    ...data,
  } as const
  const scale = await local().ratingScale.create({
    data: { key: unique('scale'), name: 'Five', versions: { create: version } },
    include: { versions: true },
  })
  return scale.versions[0]?.id ?? ''
}

export function makePerson(name = 'Spike Jonze') {
  return local().person.create({ data: { slug: unique('person'), name, sortName: name } })
}

/** A film with one director. */
export async function makeWork({
  title = 'Her',
  director = 'Spike Jonze',
  ...data
}: Partial<Prisma.WorkUncheckedCreateInput> & { director?: string } = {}) {
  const person = await makePerson(director)
  const work = await local().work.create({
    data: {
      kind: 'film',
      releaseYear: 2013,
      ...data,
      title,
      slug: unique('work'),
      sortTitle: sortTitle(title),
      credits: { create: { personId: person.id, role: 'director', position: 1 } },
    },
  })
  return { ...work, person }
}

/** A picture that is ready, without files. */
export function makeMedia(data: Partial<Prisma.MediaUncheckedCreateInput> = {}) {
  return local().media.create({
    data: { name: unique('picture'), state: 'ready', width: 800, height: 450, widths: [400, 800], ...data },
  })
}

/** A document of one paragraph. */
export function prose(text: string): Prose {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}

/** A review with everything that publication asks for, and what is given. */
export async function makeReview(
  editor: Editor,
  content: Partial<ReviewContent> = {},
): Promise<{ id: string; version: number; content: ReviewContent }> {
  const created = await createReview(editor)
  if (!created.ok) throw new Error(`The review was refused: ${created.code}`)
  const empty = await readReview(created.id)
  const full: ReviewContent = {
    ...empty.content,
    slug: unique('review'),
    title: 'A Voice Through the Floor',
    body: prose('I was brought up above a cinema.'),
    verdict: 'The best film about listening that I know.',
    workId: content.workId === undefined ? (await makeWork()).id : content.workId,
    sectionId: content.sectionId === undefined ? (await makeSection()).id : content.sectionId,
    criticIds:
      empty.content.criticIds.length > 0 || !mayLendByline(editor)
        ? empty.content.criticIds
        : [(await makeCritic()).id],
    ...content,
  }
  const saved = await saveReview(editor, { id: created.id, version: 1, content: full })
  if (!saved.ok) throw new Error(`The review was refused: ${JSON.stringify(saved)}`)
  return { id: created.id, version: saved.version, content: full }
}

/** The working copy as it is stored. */
export async function readReview(id: string) {
  const review = await local().review.findUniqueOrThrow({ where: { id }, include: workingCopyInclude })
  return { ...review, content: contentOf(review) }
}

/** "review-3f9a1c…" */
export function unique(word: string): string {
  return `${word}-${randomBytes(6).toString('hex')}`
}

function mayLendByline({ role }: Editor): boolean {
  return role === 'owner' || role === 'editor'
}

function local() {
  refuseRemote(env().DATABASE_URL ?? '')
  return db()
}
