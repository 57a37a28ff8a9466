import { constants } from 'node:os'
import { explain } from './console.ts'

type Undo = () => void | Promise<void>

const undos: Undo[] = []
let isRunning = false
let stopping: Promise<void> | undefined

/** Registers what ends something that was just begun. At the end the latest goes first: the server before its database. */
export function onStop(undo: Undo): void {
  undos.push(undo)
}

/** From now on an ordinary end of the server: a signal then ends the process with code 0. */
export function nowRunning(): void {
  isRunning = true
}

/** Ctrl-C, `kill` and a closed terminal end everything in order. A second Ctrl-C does not wait any longer. */
export function listenForSignals(): void {
  let first = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      // One Ctrl-C arrives up to three times: from the terminal, from npm and from run.mjs.
      if (first && performance.now() - first < 1_500) return
      if (first) process.exit(exitCode(signal))
      first = performance.now()
      console.log(isRunning ? 'Stopping' : 'Interrupted')
      const code = isRunning ? 0 : exitCode(signal)
      stop().then(
        () => process.exit(code),
        () => process.exit(1),
      )
    })
}

/** Undoes everything, once. One that fails is said and does not keep the others from being undone. */
export function stop(): Promise<void> {
  stopping ??= undoAll()
  return stopping
}

/** For commands that run until they are stopped. The listeners stay: the same Ctrl-C may arrive more than once. */
export function signalled(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        clearInterval(alive)
        resolve()
      })
    // A listener alone does not keep a process.
    const alive = setInterval(() => {}, 60_000)
  })
}

async function undoAll(): Promise<void> {
  for (const undo of undos.splice(0).reverse()) {
    try {
      await undo()
    } catch (error) {
      console.error(explain(error))
    }
  }
}

function exitCode(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal]
}
