import type { TaskList } from 'graphile-worker'
import { checkWaitingLinks } from '#lib/links/commands-check.ts'
import { sendMail } from '#lib/mail/commands-send.ts'
import { makePictures, showPictures } from '#lib/media/commands-make.ts'
import { removeRetired } from '#lib/media/commands-retire.ts'
import { checkArchiveNames } from '#lib/names/commands-report.ts'
import { sendDigests } from '#lib/notices/commands-digest.ts'
import { sendPings } from '#lib/pings/commands-send.ts'
import { keepSchedule } from '#lib/schedule/commands-keep.ts'
import { settleSearch } from '#lib/search/commands-settle.ts'
import { emptyTrash } from '#lib/trash/commands-purge.ts'
import { sweep } from './sweep.ts'

/** Every kind of job and what does it. A job is added in the transaction of the change that asks for it. */
export const tasks: TaskList = {
  sweep,
  'keep-schedule': keepSchedule,
  'send-mail': sendMail,
  'send-digests': sendDigests,
  'send-pings': sendPings,
  'settle-search': settleSearch,
  'check-names': checkArchiveNames,
  'check-links': checkWaitingLinks,
  'make-pictures': makePictures,
  'show-pictures': showPictures,
  'remove-retired': removeRetired,
  'empty-trash': emptyTrash,
}

/** Jobs by the clock, as lines of graphile-worker's crontab (minute hour day month weekday task). Times are UTC. */
export const crontab = [
  '2 * * * * send-digests ?max=3&jobKey=send-digests',
  '17 3 * * * sweep',
  '37 3 * * * empty-trash ?max=5',
  '* * * * * keep-schedule ?max=1&jobKey=keep-schedule',
  '* * * * * settle-search ?max=1&jobKey=settle-search',
  '* * * * * make-pictures ?max=1&jobKey=make-pictures&queue=pictures',
  '41 * * * * remove-retired ?max=3&jobKey=remove-retired',
].join('\n')
