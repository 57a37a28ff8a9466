import type { TaskList } from 'graphile-worker'
import { sendMail } from '#lib/mail/send.ts'
import { checkArchiveNames } from '#lib/names/commands-report.ts'
import { sendPings } from '#lib/pings/commands-send.ts'
import { settleSearch } from '#lib/search/commands-settle.ts'
import { sweep } from './sweep.ts'

/** Every kind of job and what does it. A job is added in the transaction of the change that asks for it. */
export const tasks: TaskList = {
  sweep,
  'send-mail': sendMail,
  'send-pings': sendPings,
  'settle-search': settleSearch,
  'check-names': checkArchiveNames,
}

/** Jobs by the clock, as lines of graphile-worker's crontab (minute hour day month weekday task). Times are UTC. */
export const crontab = '17 3 * * * sweep\n* * * * * settle-search ?max=1&jobKey=settle-search'
