// Telling others of changes: search engines by IndexNow which pages, a WebSub hub which feeds.

export const pingServices = ['indexnow', 'websub'] as const
export type PingService = (typeof pingServices)[number]

export const pingStates = ['waiting', 'sent', 'failed'] as const
export type PingState = (typeof pingStates)[number]

export const serviceNames: Record<PingService, string> = { indexnow: 'IndexNow', websub: 'WebSub hub' }

/** In a post, at most: of IndexNow its own limit, of a hub what a form may well be. */
export const mostUrls: Record<PingService, number> = { indexnow: 10_000, websub: 500 }

/** After so many attempts, over some sixteen hours, a notice has failed. */
export const mostAttempts = 12

/** What happens within so many seconds is told in one post. */
export const gatherSeconds = 5

const hour = 3_600
/** Whoever asks for a longer pause than this is asked again after it. */
const longestPause = 24 * hour

/**
 * Seconds until the next attempt: e to the power of those made, as the job queue waits (3 s, 7 s, 20 s … 6 h), or as long as the
 * service asked for when that is longer.
 */
export function pauseAfter(attempts: number, asked: number | null): number {
  return Math.min(longestPause, Math.max(Math.exp(Math.min(10, attempts)), asked ?? 0))
}

/** Seconds that a Retry-After header asks for (RFC 9110, 10.2.3: a number of seconds, or a date); null when it says nothing. */
export function retryAfterOf(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const until = Date.parse(text)
  return text === '' || Number.isNaN(until) ? null : Math.max(0, (until - now.getTime()) / 1_000)
}

/**
 * Whether the same post may well be taken later: the service is busy or broken, or (403 of IndexNow) has not seen the key's file yet.
 * Every other refusal would be repeated.
 */
export function isWorthAnother(status: number): boolean {
  return [403, 408, 425, 429].includes(status) || status >= 500
}

const meanings: Record<PingService, Record<number, string>> = {
  indexnow: {
    202: 'they will look for the key’s file',
    400: 'the notice was not understood',
    403: 'the key’s file was not found, or says something else',
    422: 'the addresses are not of this site, or the key is none',
  },
  websub: { 404: 'there is no hub at this address' },
}

/** "202 Accepted: they will look for the key’s file" */
export function answerWords(service: PingService, status: number, reason: string): string {
  if (status >= 300 && status < 400)
    return `${status} ${reason}: it is somewhere else now, and a notice does not follow`.trim()
  const meaning = meanings[service][status]
  return `${status} ${reason}`.trim() + (meaning ? `: ${meaning}` : '')
}

const causes: Record<string, string> = {
  'review.publish': 'Published',
  'review.retract': 'Retracted',
  'review.correct': 'Corrected',
  'review.uncorrect': 'Correction taken back',
  'list.publish': 'List published',
  'list.save': 'List changed',
  'list.take-back': 'List taken back',
  'work.edit': 'Work changed',
  'person.edit': 'Name or address changed',
  'series.save': 'Series changed',
  'work.merge': 'Works merged',
  'work.split': 'Work split',
  'work.merge.undo': 'Merge undone',
  'work.split.undo': 'Split undone',
  'person.merge': 'People merged',
  'person.split': 'Person split',
  'person.merge.undo': 'Merge undone',
  'person.split.undo': 'Split undone',
}

/** What happened, in words; `kind` is that of the content event. */
export function causeWords(kind: string): string {
  return causes[kind] ?? 'Changed'
}

/** What IndexNow takes for a key: 8 to 128 letters, digits and hyphens. */
export function isIndexNowKey(text: string): boolean {
  return /^[A-Za-z0-9-]{8,128}$/.test(text)
}

/** Where the key stands for search engines to see: "/0123abcd….txt", whose whole text it is. */
export function keyFilePath(key: string): string {
  return `/${key}.txt`
}
