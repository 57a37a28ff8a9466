/** What a person can do something about: printed without a stack, ends the command with code 1. */
export class Trouble extends Error {}

/** Says what is done and how long it took. `slow` is said before, for what takes more than a moment. */
export async function step<T>(done: string, work: () => T | Promise<T>, slow?: string): Promise<T> {
  const started = performance.now()
  if (slow) console.log(`  … ${slow}`)
  const result = await work()
  console.log(`  ✓ ${done.padEnd(48)} ${seconds(performance.now() - started)}`)
  return result
}

/**
 * Runs a command: an expected failure is a sentence, a surprise keeps its stack. Begins once its module is evaluated, so
 * that a script can say what it does at the top and how further down.
 */
export function main(work: () => Promise<number | undefined>): void {
  Promise.resolve()
    .then(work)
    .then(
      code => {
        process.exitCode = code ?? 0
      },
      error => {
        console.error(explain(error))
        process.exitCode = 1
      },
    )
}

export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : undefined
  if (code === 'ENOSPC') return `The disk is full. Free some space and start again. (${error.message})`
  if (code === 'EACCES' || code === 'EPERM')
    return `This user may not do that: ${error.message}. Check who owns the folder, or start as that user.`
  const expected = error instanceof Trouble || error.name === 'EnvError'
  return expected ? error.message : (error.stack ?? error.message)
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
