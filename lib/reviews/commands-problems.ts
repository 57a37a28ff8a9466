import type { Editor } from '#lib/auth/editor.ts'
import { Prisma } from '#lib/db/generated/client.ts'
import { scoreProblem } from '#lib/notes/commands-score-rule.ts'
import { mediaIds, walkProse } from '#lib/prose/prose.ts'
import { isOnScale } from '#lib/ratings/ratings.ts'
import { toScale } from '#lib/ratings/stored.ts'
import { readSettings } from '#lib/settings/published.ts'
import { rereviewProblem } from './commands-rereview.ts'
import { translationProblem } from './commands-translation.ts'
import type { ReviewContent } from './reviews-schema.ts'
import { ownedBy, scoreOf, type WorkingCopy } from './working-copy.ts'

type Tx = Prisma.TransactionClient

/** What one field of a content is refused for. */
export type Invalid = { ok: false; code: 'invalid'; field: keyof ReviewContent; problem: string }

/** What only the database can say against a content: a score that its scale has not, a picture that is nobody's, a borrowed byline. */
export async function contentProblem(
  tx: Tx,
  editor: Editor,
  review: WorkingCopy,
  content: ReviewContent,
): Promise<Invalid | null> {
  return (
    (await ratingProblem(tx, content)) ??
    (await badgesProblem(tx, review, content)) ??
    bylineProblem(editor, review, content) ??
    (await otherScoreProblem(tx, editor, review, content)) ??
    (await earlierProblem(tx, review, content)) ??
    (await languagesProblem(tx, review, content)) ??
    (await bodyProblem(tx, content)) ??
    (await trashedProblem(tx, review, content))
  )
}

const referenceFields: [constraint: RegExp, field: keyof ReviewContent, problem: string][] = [
  [/work_id/, 'workId', 'This work does not exist any more. Choose it again.'],
  [/section_id/, 'sectionId', 'This section does not exist any more. Choose another.'],
  [/critic/, 'criticIds', 'One of the critics does not exist any more.'],
  [/topic/, 'topicIds', 'One of the topics does not exist any more.'],
  [/image_id/, 'imageId', 'This picture does not exist any more. Choose it again.'],
  [/translation_of/, 'translationOfId', 'The original does not exist any more. Choose another, or none.'],
  [/rereview_of/, 'rereviewOfId', 'The earlier review does not exist, or is this one.'],
]

/** What the database refused, in words; anything that it should never have refused is thrown on. */
export function refusalOfConstraint(error: unknown): Invalid {
  const rule = ruleOfDatabase(error)
  if (rule) return { ok: false, code: 'invalid', ...rule }
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error
  if (error.code === 'P2002') {
    return {
      ok: false,
      code: 'invalid',
      field: 'slug',
      problem: 'Another review has this address. Choose another one.',
    }
  }
  const detail = JSON.stringify(error.meta ?? {}) + error.message
  const known = referenceFields.find(([constraint]) => constraint.test(detail))
  if (!known || error.code !== 'P2003') throw error
  return { ok: false, code: 'invalid', field: known[1], problem: known[2] }
}

const rules: [said: RegExp, field: keyof ReviewContent, problem: string][] = [
  [/is under embargo/, 'title', 'It is under embargo, so it was not published.'],
  [/would think again about itself/, 'rereviewOfId', 'The earlier review thinks again about this one. Choose another.'],
  [
    /would be a translation of a translation/,
    'translationOfId',
    'One of the two has become a translation meanwhile. Choose the original that all were made from.',
  ],
  [
    /would be live without its original/,
    'translationOfId',
    'The original has been taken away from readers meanwhile. Publish it first.',
  ],
  [
    /publication_one_translation/,
    'language',
    'A translation into this language has been published meanwhile. There is one for each language.',
  ],
]

/** What a trigger or an index of the database says, wherever Prisma keeps its words. */
function ruleOfDatabase(error: unknown): { field: keyof ReviewContent; problem: string } | null {
  if (!(error instanceof Error)) return null
  const words = error.message + JSON.stringify(Reflect.get(error, 'meta') ?? {})
  const rule = rules.find(([said]) => said.test(words))
  return rule ? { field: rule[1], problem: rule[2] } : null
}

async function ratingProblem(tx: Tx, { rating }: ReviewContent): Promise<Invalid | null> {
  if (!rating) return null
  const row = await tx.ratingScaleVersion.findUnique({ where: { id: rating.scaleVersionId }, include: { scale: true } })
  if (row && isOnScale(rating.value, toScale(row).scale)) return null
  return {
    ok: false,
    code: 'invalid',
    field: 'rating',
    problem: row ? `The scale “${row.scale.name}” has no such value.` : 'This scale is not known.',
  }
}

/** A badge is one of the house's; one that the review has already may stay when the house gives it no more. */
async function badgesProblem(tx: Tx, review: WorkingCopy, { badges }: ReviewContent): Promise<Invalid | null> {
  const added = badges.filter(badge => !review.badges.includes(badge))
  if (added.length === 0) return null
  const house = await readSettings(tx)
  const unknown = added.find(badge => !house.badges.includes(badge))
  return unknown === undefined
    ? null
    : { ok: false, code: 'invalid', field: 'badges', problem: `“${unknown}” is not one of the house’s badges.` }
}

/** The score is its critic's: another one is proposed, not written. */
export async function otherScoreProblem(
  tx: Tx,
  editor: Editor,
  review: WorkingCopy,
  content: ReviewContent,
): Promise<Invalid | null> {
  const standing = { id: review.id, rating: scoreOf(review), criticIds: ownedBy(review).criticIds }
  const problem = await scoreProblem(tx, editor, standing, content)
  return problem && { ok: false, code: 'invalid', ...problem }
}

async function earlierProblem(tx: Tx, review: WorkingCopy, content: ReviewContent): Promise<Invalid | null> {
  const problem = await rereviewProblem(tx, review, content)
  return problem === null ? null : { ok: false, code: 'invalid', field: 'rereviewOfId', problem }
}

async function languagesProblem(tx: Tx, review: WorkingCopy, content: ReviewContent): Promise<Invalid | null> {
  const problem = await translationProblem(tx, review, content)
  return problem && { ok: false, code: 'invalid', ...problem }
}

/** Critics and contributors write under their own byline: nobody lends themselves another's, or gives a review away. */
export function mayChangeByline(editor: Editor): boolean {
  return editor.role === 'owner' || editor.role === 'editor'
}

function bylineProblem(editor: Editor, review: WorkingCopy, content: ReviewContent): Invalid | null {
  if (mayChangeByline(editor)) return null
  const before = new Set(ownedBy(review).criticIds)
  const changed =
    content.criticIds.some(id => !before.has(id) && id !== editor.criticId) ||
    [...before].some(id => !content.criticIds.includes(id))
  return changed
    ? { ok: false, code: 'invalid', field: 'criticIds', problem: 'Only an editor can change whose byline this is.' }
    : null
}

/** What is newly chosen has to be there, and not in the trash. */
async function trashedProblem(tx: Tx, review: WorkingCopy, content: ReviewContent): Promise<Invalid | null> {
  const refused = (field: 'workId' | 'imageId', what: string): Invalid => ({
    ok: false,
    code: 'invalid',
    field,
    problem: `This ${what} is in the trash. Put it back, or choose another.`,
  })
  const inTrash = (id: string) => ({ where: { id, trashedAt: { not: null } }, select: { id: true } })
  const { workId, imageId } = content
  if (workId && workId !== review.workId && (await tx.work.findFirst(inTrash(workId)))) return refused('workId', 'work')
  if (imageId && imageId !== review.imageId && (await tx.media.findFirst(inTrash(imageId))))
    return refused('imageId', 'picture')
  return null
}

/** Ids in the text are plain JSON, which no foreign key guards. */
async function bodyProblem(tx: Tx, { body }: ReviewContent): Promise<Invalid | null> {
  const refused = (problem: string): Invalid => ({ ok: false, code: 'invalid', field: 'body', problem })
  const pictures = mediaIds(body)
  if (
    pictures.length > 0 &&
    (await tx.media.count({ where: { id: { in: pictures }, trashedAt: null } })) < pictures.length
  ) {
    return refused('A picture in the text is not one of ours, or is in the trash. Put it back, or upload it again.')
  }
  const works = new Set<string>()
  const people = new Set<string>()
  for (const { type, attrs } of walkProse(body)) {
    if (type === 'mention') (attrs?.kind === 'work' ? works : people).add(String(attrs?.id))
  }
  const known =
    (works.size > 0 ? await tx.work.count({ where: { id: { in: [...works] }, trashedAt: null } }) : 0) +
    (people.size > 0 ? await tx.person.count({ where: { id: { in: [...people] }, trashedAt: null } }) : 0)
  return known < works.size + people.size
    ? refused('A mention in the text points at nothing that we know, or at something in the trash.')
    : null
}
