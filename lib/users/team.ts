import type { Grant, Role, Verb } from '#lib/auth/policy.ts'

// Who works here, and the policy in words.

export interface TeamMember {
  id: string
  name: string
  email: string
  role: Role
  isSelf: boolean
  isDisabled: boolean
  byline: { id: string; name: string } | null
  /** ISO 8601; null for who never signed in. */
  lastSeenAt: string | null
  /** Drafts that they began and lists that are theirs: what would be handed over. */
  drafts: number
  lists: number
}

export interface OpenInvitation {
  id: string
  name: string
  email: string
  role: Role
  invitedBy: string | null
  /** ISO 8601. */
  createdAt: string
  expiresAt: string
  isExpired: boolean
}

/** What somebody of a role does here, in a sentence. */
export const roleSentences: Record<Role, string> = {
  owner: 'Runs the publication: people, settings, and everything that an editor may.',
  editor: 'Edits, publishes and retracts everything; keeps works, people, scales and lists.',
  critic: 'Writes and publishes their own reviews, and corrects them.',
  contributor: 'Writes their own drafts; an editor publishes them.',
}

/** What may be done, in the order of the table, in words that follow “may”. */
export const verbWords: Record<Verb, string> = {
  'review.create': 'begin a review',
  'review.read': 'read reviews at the desk',
  'review.edit': 'change reviews',
  'review.publish': 'publish reviews and changes to them',
  'review.retract': 'retract reviews',
  'review.plan': 'give reviews to people, set days and priorities',
  'embargo.set': 'set embargoes',
  'embargo.lift': 'publish against an embargo, with a reason',
  'preview.share': 'make preview links for readers outside',
  'review.correct': 'add corrections to published reviews',
  'note.write': 'comment on the text of reviews and suggest changes',
  'list.edit': 'make and change lists',
  'work.create': 'make works and people',
  'work.edit': 'change works, people and series',
  'work.regroup': 'merge and split works and people',
  'scale.edit': 'make and change rating scales',
  'name.accept': 'accept spellings for good',
  'media.upload': 'upload pictures',
  'media.edit': 'describe and crop pictures',
  'media.replace': 'replace a picture everywhere',
  'media.trash': 'put pictures that nothing uses in the trash',
  'review.trash': 'put reviews that are not live in the trash',
  'list.trash': 'put lists in the trash',
  'work.trash': 'put works, people and series that nothing needs in the trash',
  'trash.purge': 'delete for good what is in the trash',
  'delivery.make': 'make files for aggregators',
  'ping.view': 'see which services were told of changes',
  'ping.retry': 'send failed notices again',
  'user.view': 'see who works here',
  'user.manage': 'invite people, change roles and access',
  'audit.view': 'read the log of what was done',
  'audit.export': 'export the log',
  'job.view': 'see what is done in the background',
  'job.manage': 'try failed jobs again and drop them',
  'mail.view': 'read the mails that were sent',
  'setting.edit': 'change the settings of the publication',
}

/** What a grant means, for a cell of the table. */
export const grantWords: Record<Grant, string> = {
  any: 'Yes',
  own: 'Their own',
  draft: 'Their own, until first published',
  no: 'No',
}
