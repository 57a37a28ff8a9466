// What the worker does, in words for the people who wait for it.

export interface DeskJob {
  /** graphile-worker's number. */
  id: string
  task: string
  state: JobState
  attempts: number
  mostAttempts: number
  /** What the last attempt said; empty when there was none, or it has not failed. */
  problem: string
  /** ISO 8601. */
  createdAt: string
  /** When it is tried, or was begun. */
  dueAt: string
}

export const jobStates = ['failed', 'running', 'waiting'] as const
export type JobState = (typeof jobStates)[number]

const words: Record<string, string> = {
  sweep: 'Throw away what has run out',
  'keep-schedule': 'Do what is scheduled',
  'send-mail': 'Send a mail',
  'send-digests': 'Send the mails of the day',
  'send-pings': 'Tell services of changes',
  'settle-search': 'Bring the search up to date',
  'check-names': 'Check the names of the archive',
  'check-links': 'Check links',
  'make-pictures': 'Make sizes of pictures',
  'show-pictures': 'Show a changed picture on its pages',
  'remove-retired': 'Remove old files of pictures',
  'empty-trash': 'Empty the trash of what is older than thirty days',
}

/** "Send a mail" */
export function taskWords(task: string): string {
  return words[task] ?? task.replaceAll('-', ' ')
}

/** "1.4 GB": bytes as people say them. */
export function sizeText(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const power = Math.min(bytes > 0 ? Math.floor(Math.log(bytes) / Math.log(1024)) : 0, units.length - 1)
  const amount = bytes / 1024 ** power
  return `${amount >= 10 || power === 0 ? Math.round(amount) : amount.toFixed(1)} ${units[power]}`
}
