// What people at the desk are told of, and how they hear of it.

/** The kinds, in the order in which one chooses how to hear of them, with what is said of each. */
export const noticeKinds = {
  assigned: { name: 'A review is given to you', mail: 'at_once', said: 'gave you' },
  mention: { name: 'You are mentioned in a note', mail: 'at_once', said: 'mentioned you in a note on' },
  comment: { name: 'A note on a review of yours', mail: 'daily', said: 'wrote a note on' },
  suggestion: { name: 'Changes are suggested to a review of yours', mail: 'daily', said: 'suggested changes to' },
  'suggestion-answer': { name: 'Your suggestions are answered', mail: 'never', said: 'answered your suggestions for' },
  'score-proposal': {
    name: 'Another score is proposed for a review of yours',
    mail: 'at_once',
    said: 'proposed another score for',
  },
  'score-answer': {
    name: 'Your proposal of a score is answered',
    mail: 'daily',
    said: 'answered your proposal of a score for',
  },
  step: { name: 'A review that you have is moved to another step', mail: 'never', said: 'moved' },
  due: { name: 'A review that you have is due', mail: 'daily', said: '' },
  published: { name: 'A review of yours is published by somebody else', mail: 'daily', said: 'published' },
  'schedule-failed': { name: 'Something that you scheduled could not be done', mail: 'at_once', said: '' },
  'embargo-override': {
    name: 'A review is published against its embargo',
    mail: 'at_once',
    said: 'published against its embargo',
  },
} as const satisfies Record<string, { name: string; mail: Timing; said: string }>

export type NoticeKind = keyof typeof noticeKinds
export const timings = ['at_once', 'daily', 'never'] as const
export type Timing = (typeof timings)[number]

/** "At once" */
export function timingName(timing: Timing): string {
  return { at_once: 'At once', daily: 'In the mail of the day', never: 'Not by mail' }[timing]
}

export function isNoticeKind(text: string): text is NoticeKind {
  return Object.hasOwn(noticeKinds, text)
}

/** What happened, without the name of who did it: "gave you “A Voice Through the Floor”: by Friday". */
export function noticeText({ kind, title, words }: { kind: NoticeKind; title: string; words: string }): string {
  const what = `“${title || 'Without a headline'}”`
  const more = words ? `: ${words}` : ''
  if (kind === 'due') return `${what} is due${words ? ` ${words}` : ''}`
  if (kind === 'schedule-failed') return `${what} was not done as scheduled${more}`
  return `${noticeKinds[kind].said} ${what}${more}`
}

/** A whole sentence: "Noor Haddad gave you “A Voice Through the Floor”: by Friday." */
export function noticeSentence(notice: { kind: NoticeKind; title: string; words: string; by: string | null }): string {
  const isOfItself = notice.kind === 'due' || notice.kind === 'schedule-failed'
  const text = isOfItself ? noticeText(notice) : `${notice.by ?? 'Somebody'} ${noticeText(notice)}`
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

/** A notice as its page shows it. */
export interface ShownNotice {
  id: string
  kind: NoticeKind
  by: string | null
  text: string
  path: string
  /** ISO 8601. */
  at: string
  isRead: boolean
}
