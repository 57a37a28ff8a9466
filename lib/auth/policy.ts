import type { Editor } from './editor.ts'

export const roles = ['owner', 'editor', 'critic', 'contributor'] as const
export type Role = (typeof roles)[number]

/** What a role can be asked about. `own` objects are those that the person made or has the byline of. */
export const verbs = [
  'review.create',
  'review.read',
  'review.edit',
  'review.publish',
  'review.retract',
  'review.plan',
  'embargo.set',
  'embargo.lift',
  'preview.share',
  'work.create',
  'work.edit',
  'work.regroup',
  'review.correct',
  'note.write',
  'list.edit',
  'scale.edit',
  'name.accept',
  'media.upload',
  'media.edit',
  'media.replace',
  'media.trash',
  'review.trash',
  'list.trash',
  'work.trash',
  'trash.purge',
  'user.view',
  'user.manage',
  'audit.view',
  'audit.export',
  'job.view',
  'job.manage',
  'mail.view',
  'setting.edit',
  'delivery.make',
  'ping.view',
  'ping.retry',
] as const
export type Verb = (typeof verbs)[number]

/** `any`: on everything; `own`: on what is theirs; `draft`: on what is theirs while it was never published; `no`. */
export type Grant = 'any' | 'own' | 'draft' | 'no'

/** Who may do what: the whole policy. The desk asks it through `can`, the tests walk it. */
export const policy: Record<Verb, Record<Role, Grant>> = {
  'review.create': { owner: 'any', editor: 'any', critic: 'any', contributor: 'any' },
  'review.read': { owner: 'any', editor: 'any', critic: 'own', contributor: 'own' },
  'review.edit': { owner: 'any', editor: 'any', critic: 'own', contributor: 'draft' },
  'review.publish': { owner: 'any', editor: 'any', critic: 'own', contributor: 'no' },
  'review.retract': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'review.plan': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'embargo.set': { owner: 'any', editor: 'any', critic: 'own', contributor: 'no' },
  'embargo.lift': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'preview.share': { owner: 'any', editor: 'any', critic: 'own', contributor: 'no' },
  'work.create': { owner: 'any', editor: 'any', critic: 'any', contributor: 'any' },
  'work.edit': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'work.regroup': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'review.correct': { owner: 'any', editor: 'any', critic: 'own', contributor: 'no' },
  'note.write': { owner: 'any', editor: 'any', critic: 'own', contributor: 'own' },
  'list.edit': { owner: 'any', editor: 'any', critic: 'own', contributor: 'no' },
  'scale.edit': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'name.accept': { owner: 'any', editor: 'any', critic: 'any', contributor: 'no' },
  'media.upload': { owner: 'any', editor: 'any', critic: 'any', contributor: 'any' },
  'media.edit': { owner: 'any', editor: 'any', critic: 'own', contributor: 'draft' },
  'media.replace': { owner: 'any', editor: 'any', critic: 'own', contributor: 'draft' },
  'media.trash': { owner: 'any', editor: 'any', critic: 'own', contributor: 'own' },
  'review.trash': { owner: 'any', editor: 'any', critic: 'draft', contributor: 'draft' },
  'list.trash': { owner: 'any', editor: 'any', critic: 'own', contributor: 'no' },
  'work.trash': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'trash.purge': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'user.view': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'user.manage': { owner: 'any', editor: 'no', critic: 'no', contributor: 'no' },
  'audit.view': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'audit.export': { owner: 'any', editor: 'no', critic: 'no', contributor: 'no' },
  'job.view': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'job.manage': { owner: 'any', editor: 'no', critic: 'no', contributor: 'no' },
  'mail.view': { owner: 'any', editor: 'no', critic: 'no', contributor: 'no' },
  'setting.edit': { owner: 'any', editor: 'no', critic: 'no', contributor: 'no' },
  'delivery.make': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'ping.view': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
  'ping.retry': { owner: 'any', editor: 'any', critic: 'no', contributor: 'no' },
}

/** What the policy needs to know of a review, of a list, or of a picture (`wasPublished`: readers see it). */
export interface Owned {
  createdById: string | null
  criticIds: string[]
  wasPublished: boolean
  /** Who has been given the review: it is theirs to read, write and comment, and not to publish or throw away. */
  assigneeId?: string | null
}

/** Whether somebody may do something, to that review when the verb is about one. */
export function can(editor: Pick<Editor, 'id' | 'role' | 'criticId'>, verb: Verb, object?: Owned): boolean {
  const grant = policy[verb][editor.role]
  if (grant === 'any' || grant === 'no') return grant === 'any'
  if (!object || !(isOwn(editor, object) || isGiven(editor, verb, object))) return false
  return grant === 'own' || !object.wasPublished
}

function isOwn(editor: Pick<Editor, 'id' | 'criticId'>, object: Owned): boolean {
  return object.createdById === editor.id || (editor.criticId !== null && object.criticIds.includes(editor.criticId))
}

const givenVerbs: ReadonlySet<Verb> = new Set(['review.read', 'review.edit', 'note.write'])

function isGiven(editor: Pick<Editor, 'id'>, verb: Verb, { assigneeId }: Owned): boolean {
  return assigneeId === editor.id && givenVerbs.has(verb)
}

/** "Editor" */
export function roleTitle(role: Role): string {
  return role[0]?.toUpperCase() + role.slice(1)
}
