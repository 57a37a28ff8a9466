// What is written down of what people do at the desk, and how it is read again.

/** The nouns that entries begin with, with what they are called in the filter. */
export const auditNouns = {
  review: 'Reviews',
  list: 'Lists',
  work: 'Works',
  person: 'People',
  series: 'Series',
  media: 'Pictures',
  scale: 'Scales',
  glyph: 'Glyphs',
  name: 'Names',
  user: 'Team',
  step: 'Workflow',
  setting: 'Settings',
  delivery: 'Aggregators',
  ping: 'Notices',
  job: 'Jobs',
  log: 'Log',
  backup: 'Backups',
} as const
export type AuditNoun = keyof typeof auditNouns

export interface AuditEntry {
  /** Grows with time. */
  id: string
  /** ISO 8601. */
  at: string
  /** Null for a script of the operator, or the first start. */
  actor: { id: string; name: string } | null
  action: string
  subject: AuditSubject | null
  /** "role: critic → editor": what else was written down, in short. */
  detail: string
}

export interface AuditSubject {
  name: string
  /** Where the desk shows it; null for what has no page, or is gone. */
  href: string | null
}

const words: Record<string, string> = {
  'review.publish': 'published',
  'review.retract': 'retracted',
  'user.ask-factor': 'set of whom a second factor is asked',
  'review.schedule': 'scheduled',
  'review.unschedule': 'took from the schedule',
  'review.schedule-failed': 'could not do as scheduled with',
  'review.embargo': 'changed the embargo of',
  'review.lift-embargo': 'published against its embargo',
  'review.share': 'made a preview link of',
  'review.unshare': 'ended a preview link of',
  'review.pitch': 'pitched',
  'review.move': 'moved to another step',
  'review.assign': 'gave to somebody',
  'review.due': 'set another day for',
  'review.priority': 'set another priority for',
  'step.change': 'changed the steps of the workflow',
  'review.correct': 'corrected',
  'review.uncorrect': 'took back a correction of',
  'review.take-over': 'took over the writing of',
  'review.trash': 'put in the trash',
  'list.publish': 'published the list',
  'list.take-back': 'took back the list',
  'list.save': 'changed the list',
  'list.create': 'began the list',
  'work.create': 'made the work',
  'work.edit': 'changed the work',
  'work.merge': 'merged the work',
  'work.split': 'split the work',
  'work.merge.undo': 'undid the merging of the work',
  'work.split.undo': 'undid the splitting of the work',
  'person.edit': 'changed the person',
  'person.merge': 'merged the person',
  'person.split': 'split the person',
  'person.merge.undo': 'undid the merging of the person',
  'person.split.undo': 'undid the splitting of the person',
  'series.create': 'made the series',
  'series.edit': 'changed the series',
  'media.replace': 'replaced everywhere the picture',
  'media.trash': 'put in the trash the picture',
  'review.put-back': 'took out of the trash',
  'review.purge': 'deleted for good a review',
  'list.trash': 'put in the trash the list',
  'list.put-back': 'took out of the trash the list',
  'list.purge': 'deleted for good a list',
  'work.trash': 'put in the trash the work',
  'work.put-back': 'took out of the trash the work',
  'work.purge': 'deleted for good a work',
  'person.trash': 'put in the trash the person',
  'person.put-back': 'took out of the trash the person',
  'person.purge': 'deleted for good a person',
  'series.trash': 'put in the trash the series',
  'series.put-back': 'took out of the trash the series',
  'series.purge': 'deleted for good a series',
  'media.put-back': 'took out of the trash the picture',
  'media.purge': 'deleted for good a picture',
  'review.name-version': 'named a version of',
  'review.accept-suggestions': 'accepted suggested changes of',
  'review.reject-suggestions': 'rejected suggested changes of',
  'review.propose-score': 'proposed another score for',
  'review.accept-score': 'agreed to another score for',
  'review.refuse-score': 'kept the score of',
  'review.withdraw-score': 'took back a proposed score for',
  'review.discard-changes': 'discarded unpublished changes of',
  'scale.create': 'made the scale',
  'scale.change': 'changed the scale',
  'scale.read': 'changed how a scale is read',
  'scale.house': 'chose the scale of the house',
  'scale.retire': 'retired the scale',
  'scale.restore': 'offers again the scale',
  'glyph.make': 'made the glyph',
  'glyph.rename': 'renamed the glyph',
  'glyph.remove': 'removed the glyph',
  'name.accept': 'accepted the spelling',
  'name.doubt': 'doubts the spelling',
  'name.report': 'had all names checked',
  'user.create': 'made the account',
  'user.join': 'joined',
  'user.sign-in': 'signed in',
  'user.password': 'set a new password for',
  'user.passkey-add': 'added a passkey to',
  'user.passkey-remove': 'took a passkey from',
  'user.passkey-twice': 'refused a passkey that seems to be in two places, of',
  'user.second-factor-on': 'turned on the second factor of',
  'user.second-factor-off': 'turned off the second factor of',
  'user.recovery-codes': 'made new recovery codes for',
  'user.invite': 'invited',
  'user.uninvite': 'took back an invitation',
  'user.role': 'gave another role to',
  'user.disable': 'closed the account of',
  'user.enable': 'opened again the account of',
  'user.hand-over': 'handed over the work of',
  'user.transfer': 'handed over the publication to',
  'setting.edit': 'changed the setting',
  'delivery.make': 'made a file for',
  'delivery.forget': 'forgot what was sent to',
  'ping.retry': 'sent notices again',
  'job.retry': 'tried again the job',
  'job.drop': 'dropped the job',
  'log.export': 'exported the log',
  'backup.restored': 'restored the publication from a backup',
}

/** "published", "gave another role to": what an entry says between who and what. An action without words is said as it is written. */
export function actionWords(action: string): string {
  return words[action] ?? action.split('.').toReversed().join(' ').replaceAll('-', ' ')
}

/** What was written down beside an entry, as one line: "from: critic, to: editor". Ids say nothing to a reader and are left out. */
export function detailText(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return ''
  return Object.entries(detail)
    .sort(([a], [b]) => order(a) - order(b))
    .map(([key, value]) => [key, said(value)])
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')
    .slice(0, 300)
}

/** jsonb keeps its keys by length. */
function order(key: string): number {
  return key === 'from' ? 0 : key === 'to' ? 1 : 2
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.map(said).filter(Boolean).join(' ')
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) ? value : ''
}
