import type { TaskList } from 'graphile-worker'

/** Every kind of job and what does it. A job is added in the transaction of the change that asks for it. */
export const tasks: TaskList = {}

/** Jobs by the clock, as lines of graphile-worker's crontab (minute hour day month weekday task). Times are UTC. */
export const crontab = ''
