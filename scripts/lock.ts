import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Trouble } from './console.ts'

const holder = z.object({ pid: z.number(), born: z.string(), command: z.string(), url: z.string().optional() })
type Holder = z.infer<typeof holder>

export type Lock = { release: () => void }

/**
 * One server for a data folder: a second one would run a second PostgreSQL on the same files. The lock names its process
 * and when that was born, so that one left by a killed process, or by a machine that restarted, is taken over.
 */
export function lockDataDirectory(path: string, command: string): Lock {
  const file = join(path, 'lock.json')
  const mine = `${file}.${process.pid}`
  writeFileSync(mine, JSON.stringify({ pid: process.pid, born: birth(process.pid), command }), { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (link(mine, file)) return { release: () => rmSync(file, { force: true }) }
      const other = lockHolder(path)
      if (other) throw inUse(path, other)
      rmSync(file, { force: true })
    }
  } finally {
    rmSync(mine, { force: true })
  }
  throw new Trouble(`The data folder ${path} is being opened by other processes at this moment. Try again.`)
}

/** The living process that holds the data folder, if any. */
export function lockHolder(path: string): Holder | null {
  try {
    const other = holder.parse(JSON.parse(readFileSync(join(path, 'lock.json'), 'utf8')))
    return birth(other.pid) === other.born ? other : null
  } catch {
    return null
  }
}

function inUse(path: string, other: Holder): Trouble {
  return new Trouble(
    `The data folder ${path} is in use by "${other.command}" (process ${other.pid}). ` +
      `Stop that first (kill ${other.pid}), or start a second publication with a DATA_DIR and PORT of its own.`,
  )
}

/** A hard link is made by one process only, however many try. */
function link(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Tells a process from a later one of the same number. Where /proc is missing, only whether it lives. */
function birth(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // Counted after the name, which may itself contain spaces: first the state, and as the twentieth the time of birth.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? 'gone' : `${boot} ${fields[19]}`
  } catch {
    return isAlive(pid) ? 'alive' : 'gone'
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
