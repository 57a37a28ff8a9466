import type { Role } from '#lib/auth/policy.ts'

// What a review's way to readers is made of: its steps, who has it, until when, and how much it matters.

export const priorities = ['low', 'normal', 'high'] as const
export type Priority = (typeof priorities)[number]

/** "High" */
export function priorityName(priority: Priority): string {
  return { low: 'Low', normal: 'Normal', high: 'High' }[priority]
}

/** A step as pages show it. */
export interface Step {
  id: string
  name: string
  /** The roles that may move a review into it; the owner always. */
  movers: Role[]
  /** New reviews begin here. */
  isStart: boolean
}

/** What is planned for a review, beside its text. */
export interface Plan {
  stepId: string
  assigneeId: string | null
  /** A day of the publication: "2026-11-23". */
  dueOn: string | null
  priority: Priority
}

/** A change of a plan; `version` is that of the plan which was seen. What is left out stays. */
export interface PlanChange extends Partial<Plan> {
  id: string
  version: number
}

/** A review as the board and the calendar show it. */
export interface Card extends Plan {
  id: string
  /** Empty while it has none. */
  title: string
  work: string | null
  critics: string[]
  assignee: string | null
  /** Since when it stands in its step, ISO 8601. */
  stepAt: string
  /** When it is to be published, ISO 8601; null while no time is set. */
  goesOut: string | null
  /** Of the plan. */
  version: number
  /** This editor may move it to another step. */
  mayMove: boolean
}

/** Somebody who can be given a review. */
export interface Assignable {
  id: string
  name: string
}

/** Whether a day is over: late is what was due before today. Both "2026-11-23". */
export function isLate(dueOn: string | null, today: string): boolean {
  return dueOn !== null && dueOn < today
}

/** When something is due, as one says it on a day: "today", "tomorrow", "3 days late", "Friday 27 November", "5 March 2027". */
export function dueText(dueOn: string, today: string, language = 'en-GB'): string {
  const days = daysBetween(today, dueOn)
  if (days < 0) return days === -1 ? '1 day late' : `${-days} days late`
  if (days < 2) return days === 0 ? 'today' : 'tomorrow'
  const isSoon = days < 7
  const isThisYear = dueOn.slice(0, 4) === today.slice(0, 4)
  return dayText(
    dueOn,
    isSoon ? { weekday: 'long' } : { day: 'numeric', month: 'long', ...(!isThisYear && { year: 'numeric' }) },
    language,
  )
}

/** A day in words. Days have no zone: they are read as of UTC throughout. */
export function dayText(day: string, format: Intl.DateTimeFormatOptions, language = 'en-GB'): string {
  return new Intl.DateTimeFormat(language, { ...format, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** How many days from one to the other; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whether somebody of a role may move reviews into a step. */
export function mayMoveInto(role: Role, step: Pick<Step, 'movers'>): boolean {
  return role === 'owner' || step.movers.includes(role)
}

/** "“Her”", "3 reviews": what was changed, at the beginning of a sentence. */
export function namedReviews(titles: string[]): string {
  const [title] = titles
  if (titles.length === 1) return title ? `“${title}”` : 'A review without a headline'
  return `${titles.length} reviews`
}
