import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import {
  Logger as makeWorkerLogger,
  parseCrontab,
  type RunnerOptions,
  run,
  type TaskList,
  type WorkerEvents,
  type Logger as WorkerLogger,
} from 'graphile-worker'
import pg from 'pg'
import type { Logger } from '#lib/log.ts'
import { openWatch, type Watch } from './worker-watch.ts'

export type WorkerOptions = {
  connectionString: string
  tasks: TaskList
  /** Lines of graphile-worker's crontab. */
  crontab: string
  log: Logger
  concurrency?: number
}

export type WorkerHost = {
  isRunning: () => boolean
  /** Lets the jobs under way finish, for up to eight seconds; what is cut off is done again by whoever starts next. */
  stop: () => Promise<void>
}

const LONGEST_PAUSE = 15_000
const LONGEST_END = 10_000

// graphile-worker treats a list without any task as an error at every look.
const ALWAYS: TaskList = { nothing: async () => {} }

/**
 * Runs the jobs in this process, and returns at once: a server starts also while its database is away. The work goes in
 * shifts. A shift ends when it lost a connection, because a job that was handed out over that connection may have reached
 * nobody; the next one, under another name, takes such jobs up again.
 */
export function hostWorker(given: WorkerOptions): WorkerHost {
  const options = { ...given, tasks: { ...given.tasks, ...ALWAYS } }
  let shift: Shift | null = null
  let isStopped = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> = Promise.resolve()

  const work = async (): Promise<void> => {
    try {
      const began = performance.now()
      shift = await beginShift(options)
      if (isStopped) return
      options.log.info('the worker takes jobs')
      await shift.lost
      if (performance.now() - began > LONGEST_PAUSE) failures = 0
      if (!isStopped) options.log.warn('the worker lost a connection; it begins again')
    } catch (error) {
      // Once, not at every attempt.
      if (failures === 0) options.log.warn({ err: error }, 'the worker cannot reach its database; it tries again')
    } finally {
      const ended = shift
      shift = null
      // A connection that hangs may never end; the next shift does not wait for that.
      if (ended) await Promise.race([ended.end(), pause(LONGEST_END, undefined, { ref: false })])
    }
  }
  const again = (): void => {
    if (isStopped) return
    const wait = Math.min(LONGEST_PAUSE, 250 * 2 ** failures)
    failures += 1
    timer = setTimeout(begin, wait)
  }
  const begin = (): void => {
    working = work().finally(again)
  }

  begin()
  return {
    isRunning: () => shift !== null,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      shift?.leave()
      await working
    },
  }
}

type Shift = {
  /** Resolves when the shift can no longer be trusted, or was told to leave. */
  lost: Promise<void>
  leave: () => void
  end: () => Promise<void>
}

async function beginShift(options: WorkerOptions): Promise<Shift> {
  const events: WorkerEvents = new EventEmitter()
  const { promise: lost, resolve: leave } = Promise.withResolvers<void>()
  let name = ''
  events.on('pool:create', ({ workerPool }) => {
    name = workerPool.id
  })
  for (const failure of ['pool:listen:error', 'worker:getJob:error'] as const) events.on(failure, () => leave())
  const pool = openPool(options.connectionString)
  const runner = await run({ ...settings(options), pgPool: pool, events }).catch(async error => {
    await pool.end()
    throw error
  })
  runner.promise.then(leave, leave)
  const stop = async () => {
    await runner.stop().catch(() => {})
    await pool.end()
  }
  try {
    const watch: Watch = await openWatch({ connectionString: options.connectionString, name, log: options.log, leave })
    return { lost, leave, end: () => stop().then(watch.close) }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Our own pool, because a connection that breaks while its pool is closing has no listener, which ends the process. */
function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    application_name: 'out-of-five worker',
    connectionTimeoutMillis: 5_000,
    max: 8,
  })
  pool.on('connect', client => client.on('error', () => {}))
  pool.on('error', () => {})
  return pool
}

function settings({ tasks, crontab, log, concurrency = 4 }: WorkerOptions): RunnerOptions {
  return {
    taskList: tasks,
    parsedCronItems: parseCrontab(crontab),
    concurrency,
    // The process has one place that listens to signals.
    noHandleSignals: true,
    pollInterval: 2_000,
    gracefulShutdownAbortTimeout: 8_000,
    logger: workerLog(log),
  }
}

function workerLog(log: Logger): WorkerLogger {
  return new makeWorkerLogger(scope => (level, message) => {
    const line = { job: scope.jobId, task: scope.taskIdentifier }
    // Errors of a job say which; those of connections are told by this file, once.
    if (level === 'error' && scope.jobId) log.error(line, message)
    else if (level === 'warning') log.warn(line, message)
    else log.debug(line, message)
  })
}
