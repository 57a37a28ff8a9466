import { type ChildProcess, fork } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { UnusablePicture } from './files.ts'
import { type Drawn, drawnSchema, type PressJob, type Taken, takenSchema, wordSchema } from './press-jobs.ts'
import type { Planned, PlannedFile } from './recipe.ts'

// Pictures are decoded in processes of their own, one picture at a time in each: one that looks at uploads, for which somebody waits, and
// one that makes the rest. On globalThis, because Next bundles this module once for every kind of entry.

type Lane = 'looking' | 'making'
interface Press {
  child: ChildProcess | null
  idle: NodeJS.Timeout | undefined
  last: Promise<unknown>
}
declare global {
  var outOfFivePresses: Map<Lane, Press> | undefined
}

/** A process that waits gives its memory back after this many milliseconds, and at once when it holds more bytes than this. */
const patience = 10_000
const mostHeld = 180_000_000
/** On the clock, in milliseconds, for a machine that is stuck; what a picture may cost is in press-child.ts. */
const longest = { looking: 30_000, making: 180_000 }

/**
 * Looks at an upload and makes a small WebP and the card of it, in a folder that `keep` is called with and that is gone afterwards. Throws
 * UnusablePicture for what is no picture, too large, damaged, or made to hurt.
 */
export function takePicture<T>(
  source: string,
  plan: Pick<Planned, 'name' | 'focal' | 'crops'>,
  scratch: string,
  keep: (taken: Taken, folder: string) => Promise<T>,
): Promise<T> {
  return inFolder(scratch, async folder => {
    const result = await run('looking', { task: 'take', source, folder, ...plan }, () => {})
    return keep(takenSchema.parse(result), folder)
  })
}

/** Makes these files of a picture, likewise. `progress` hears how many are made. */
export function drawPicture<T>(
  source: string,
  files: PlannedFile[],
  scratch: string,
  keep: (drawn: Drawn, folder: string) => Promise<T>,
  { lane = 'making', progress = () => {} }: { lane?: Lane; progress?: (made: number) => void } = {},
): Promise<T> {
  return inFolder(scratch, async folder => {
    const result = await run(lane, { task: 'draw', source, folder, files }, progress)
    return keep(drawnSchema.parse(result), folder)
  })
}

async function inFolder<T>(scratch: string, work: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(scratch, { recursive: true })
  const folder = await mkdtemp(join(scratch, 'press-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs a job when all that was asked of this lane before is done, whether that went well or not. */
function run(lane: Lane, job: PressJob, progress: (made: number) => void): Promise<unknown> {
  globalThis.outOfFivePresses ??= new Map()
  const press = globalThis.outOfFivePresses.get(lane) ?? { child: null, idle: undefined, last: Promise.resolve() }
  globalThis.outOfFivePresses.set(lane, press)
  const begin = () => runIn(press, job, longest[lane], progress)
  const done = press.last.then(begin, begin)
  press.last = done.catch(() => {})
  return done
}

async function runIn(press: Press, job: PressJob, most: number, progress: (made: number) => void): Promise<unknown> {
  clearTimeout(press.idle)
  const child = press.child ?? start(press)
  const release = () => {
    if (press.child === child) press.child = null
    child.kill()
  }
  try {
    return await answerOf(child, job, { most, progress, release })
  } finally {
    press.idle = setTimeout(release, patience)
    press.idle.unref()
  }
}

function start(press: Press): ChildProcess {
  // Not an import: the bundler must leave it where it is. It is given nothing of our environment, which holds secrets.
  const file = join(/* turbopackIgnore: true */ process.cwd(), 'lib/media/press-child.ts')
  const child = fork(file, [], {
    execArgv: [],
    env: { NODE_ENV: 'production', UV_THREADPOOL_SIZE: '2', MALLOC_ARENA_MAX: '2' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  press.child = child
  const forget = () => {
    if (press.child === child) press.child = null
  }
  child.once('exit', forget)
  child.once('error', forget)
  return child
}

/** `release` lets go of the process: the next picture gets a new one. */
function answerOf(
  child: ChildProcess,
  job: PressJob,
  { most, progress, release }: { most: number; progress: (made: number) => void; release: () => void },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer)
      child.off('message', hear)
      child.off('exit', left)
      child.off('error', broken)
      settle()
    }
    const hear = (message: unknown) => {
      const word = wordSchema.parse(message)
      if ('made' in word) progress(word.made)
      else if ('result' in word) {
        if (word.holds > mostHeld) release()
        end(() => resolve(word.result))
      } else if ('refused' in word) end(() => reject(new UnusablePicture(word.refused)))
      else end(() => reject(Object.assign(new Error(word.failed), { code: word.code })))
    }
    // Whatever ended it, this picture did: none of our own work can.
    const left = () => end(() => reject(new UnusablePicture(unreadable)))
    const broken = (error: Error) => end(() => reject(error))
    const timer = setTimeout(() => child.kill('SIGKILL'), most)
    child.on('message', hear)
    child.once('exit', left)
    child.once('error', broken)
    child.send(job, error => error && broken(error))
  })
}

const unreadable = 'This picture cannot be read. The file is damaged. Export it again and try once more.'
