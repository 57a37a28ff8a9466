import type { TaskList } from 'graphile-worker'
import { sendMail } from '#lib/mail/send.ts'
import { sweep } from './sweep.ts'

/** Every kind of job and what does it. A job is added in the transaction of the change that asks for it. */
export const tasks: TaskList = { sweep, 'send-mail': sendMail }

/** Jobs by the clock, as lines of graphile-worker's crontab (minute hour day month weekday task). Times are UTC. */
export const crontab = '17 3 * * * sweep'
