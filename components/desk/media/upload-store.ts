import type { UploadKeep } from './upload-keep.ts'
import { dropUpload, uploadLine } from './upload-line.ts'
import { afterEvent, isUnfinished, nextUploads, type UploadEvent, type UploadQueue, waitAfter } from './upload-queue.ts'
import { LineLost, runUpload, type UploadLine, type UploadPlan, UploadRefused } from './upload-run.ts'
import { announcement, refusalOfFile } from './upload-words.ts'

// The queue at work: outside React, so that it goes on while pages of the desk come and go.

export interface UploadsNow {
  queue: UploadQueue
  /** What a screen reader should be told last. */
  said: string
}

export interface Uploads {
  get(): UploadsNow
  subscribe(listener: () => void): () => void
  /** Puts files in the queue; those that cannot be taken are refused in words and stop nothing. Returns the ids of all. */
  add(files: readonly File[]): string[]
  tell(event: UploadEvent): void
  /** Goes on with what an earlier page of this browser left. */
  restore(): Promise<void>
}

interface Job {
  file: Blob
  plan: UploadPlan
  address: string | null
  running: AbortController | null
}

/**
 * A queue. `keep` outlives the page; `line` and `drop` are the server; `replaces` makes each file take the place of that
 * picture's. One long function, because all of it shares the queue and its files.
 */
export function createUploads({
  keep = null,
  line = uploadLine,
  drop = dropUpload,
  replaces = null,
}: {
  keep?: UploadKeep | null
  line?: UploadLine
  drop?: (address: string) => void
  replaces?: UploadPlan['replaces']
} = {}): Uploads {
  let now: UploadsNow = { queue: [], said: '' }
  const jobs = new Map<string, Job>()
  const listeners = new Set<() => void>()
  let isStarting = false

  function tell(event: UploadEvent): void {
    if (event.type === 'wanted-again') wantAgain(event.id)
    const queue = afterEvent(now.queue, event)
    if (queue === now.queue) return
    now = { queue, said: announcement(now.queue, queue) || now.said }
    settleJobs()
    startThoseWhoseTurnItIs()
    warnOfLeaving(jobs, isUnfinished(now.queue))
    for (const listener of listeners) listener()
  }

  /** One after the other, in their order: starting one is an event of its own, which must not start the next before it. */
  function startThoseWhoseTurnItIs(): void {
    if (isStarting) return
    isStarting = true
    for (;;) {
      const next = nextUploads(now.queue).find(({ id }) => jobs.get(id)?.running === null)
      if (!next) break
      void run(next.id)
    }
    isStarting = false
  }

  function add(files: readonly File[]): string[] {
    const added = files.map(file => ({ id: randomId(), file }))
    for (const { id, file } of added) {
      if (refusalOfFile(file)) continue
      jobs.set(id, { file, plan: { name: file.name, replaces }, address: null, running: null })
      void keepJob(id)
    }
    const uploads = added.map(({ id, file }) => {
      return { id, name: file.name || 'A pasted picture', size: file.size, problem: refusalOfFile(file) }
    })
    if (uploads.length > 0) tell({ type: 'added', uploads })
    return uploads.map(({ id }) => id)
  }

  async function run(id: string): Promise<void> {
    const job = jobs.get(id)
    if (!job || job.running) return
    const running = new AbortController()
    job.running = running
    tell({ type: 'started', id })
    const steps = {
      began: (address: string) => {
        job.address = address
        // Cancelled while it was begun: nobody will come back for it.
        if (!jobs.has(id)) drop(address)
        else void keepJob(id)
      },
      sent: (sent: number) => tell({ type: 'sent', id, sent }),
      checking: () => tell({ type: 'checking', id }),
    }
    try {
      const { picture, wasThere } = await runUpload(line, job.file, job.plan, job.address, steps, running.signal)
      job.running = null
      tell({ type: 'done', id, picture, wasThere })
    } catch (error) {
      job.running = null
      // Paused or cancelled: that is what broke it off. It may have been gone on with meanwhile.
      if (running.signal.aborted) startThoseWhoseTurnItIs()
      else tell(eventOf(id, error))
    }
  }

  /** Breaks off what is not to be sent any more, forgets what is over, and waits for the connection. */
  function settleJobs(): void {
    for (const [id, job] of jobs) {
      const upload = now.queue.find(known => known.id === id)
      if (!upload) {
        job.running?.abort()
        if (job.address) drop(job.address)
        jobs.delete(id)
        void keep?.remove(id)
      } else if (upload.state === 'paused') job.running?.abort()
      else if (['done', 'there', 'refused'].includes(upload.state)) void keep?.remove(id)
      else if (upload.state === 'offline' && !waits.has(id)) {
        const wait = setTimeout(() => {
          waits.delete(id)
          tell({ type: 'again', id })
        }, waitAfter(upload.losses))
        waits.set(id, wait)
      }
    }
  }
  const waits = new Map<string, ReturnType<typeof setTimeout>>()

  function wantAgain(id: string): void {
    const job = jobs.get(id)
    if (!job) return
    job.plan = { ...job.plan, isAnother: true }
    job.address = null
    void keepJob(id)
  }

  async function keepJob(id: string): Promise<void> {
    const job = jobs.get(id)
    if (!keep || !job || job.plan.replaces) return
    const { file, address, plan } = job
    if (await keep.claim(id)) await keep.put({ id, name: plan.name, file, address, isAnother: Boolean(plan.isAnother) })
    // It was over before it was kept.
    if (!jobs.has(id)) await keep.remove(id)
  }

  async function restore(): Promise<void> {
    for (const { id, name, file, address, isAnother } of (await keep?.list()) ?? []) {
      if (jobs.has(id) || !(await keep?.claim(id))) continue
      jobs.set(id, { file, plan: { name, isAnother }, address, running: null })
      tell({ type: 'added', uploads: [{ id, name: name || 'A pasted picture', size: file.size }] })
    }
  }

  if (typeof window !== 'undefined') window.addEventListener('online', () => tell({ type: 'back' }))
  return {
    get: () => now,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add,
    tell,
    restore,
  }
}

function eventOf(id: string, error: unknown): UploadEvent {
  if (error instanceof LineLost) return { type: 'lost', id }
  if (error instanceof UploadRefused) return { type: error.canRetry ? 'failed' : 'refused', id, problem: error.message }
  // A file that was changed or removed on the disk after it was chosen cannot be read any more.
  return { type: 'failed', id, problem: 'The file could not be read. Choose it again if this happens once more.' }
}

/** The queues that have something on their way: meanwhile the browser asks before it leaves the page. */
const busy = new Set<object>()

function warnOfLeaving(queue: object, isBusy: boolean): void {
  if (typeof window === 'undefined') return
  if (isBusy) busy.add(queue)
  else busy.delete(queue)
  if (busy.size > 0) window.addEventListener('beforeunload', ask)
  else window.removeEventListener('beforeunload', ask)
}

function ask(event: BeforeUnloadEvent): void {
  event.preventDefault()
}

/** `crypto.randomUUID` is there on https and localhost only, and a desk in a local network may be neither. */
function randomId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('')
}
