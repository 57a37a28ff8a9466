import {
  Logger as makeWorkerLogger,
  type Runner,
  run,
  type TaskList,
  type Logger as WorkerLogger,
} from 'graphile-worker'
import type { Logger } from '#lib/log.ts'

export type WorkerOptions = {
  connectionString: string
  tasks: TaskList
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

/**
 * Runs the jobs in this process, and begins again, ever less eagerly, whenever the database was lost. Returns at once:
 * a server starts also while its database is away.
 */
export function hostWorker(options: WorkerOptions): WorkerHost {
  let runner: Runner | null = null
  let isStopped = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined

  const begin = async (): Promise<void> => {
    try {
      const begun = await run(settings(options))
      if (isStopped) return await begun.stop()
      runner = begun
      failures = 0
      options.log.info('the worker takes jobs')
      await begun.promise
      if (!isStopped) throw new Error('The worker stopped by itself.')
    } catch (error) {
      runner = null
      if (!isStopped) again(error)
    }
  }

  const again = (error: unknown): void => {
    const pause = Math.min(LONGEST_PAUSE, 500 * 2 ** failures)
    if (failures === 0) options.log.warn({ err: error }, 'the worker lost its database; it begins again')
    failures += 1
    timer = setTimeout(() => void begin(), pause)
  }

  void begin()
  return {
    isRunning: () => runner !== null,
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      const last = runner
      runner = null
      await last?.stop().catch(() => {})
    },
  }
}

function settings({ connectionString, tasks, crontab, log, concurrency = 4 }: WorkerOptions) {
  return {
    connectionString,
    taskList: tasks,
    crontab,
    concurrency,
    // The process has one place that listens to signals: shutdown.ts.
    noHandleSignals: true,
    pollInterval: 2_000,
    gracefulShutdownAbortTimeout: 8_000,
    logger: workerLog(log),
  }
}

function workerLog(log: Logger): WorkerLogger {
  return new makeWorkerLogger(scope => (level, message) => {
    const line = { job: scope.jobId, task: scope.taskIdentifier }
    if (level === 'error') log.error(line, message)
    else if (level === 'warning') log.warn(line, message)
    else log.debug(line, message)
  })
}
