import { execFile, execFileSync } from 'node:child_process'
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Who runs the embedded PostgreSQL: ourselves, or for root (which PostgreSQL refuses) a user without rights. */
export type Account = {
  run: (file: string, args: string[]) => Promise<string>
  /** Makes a file or folder that we created theirs. */
  own: (path: string) => void
}

/** The account for a cluster and the binaries that it must be able to reach. */
export function accountFor(cluster: string, binary: string): Account {
  if (process.getuid?.() !== 0) return { run: (file, args) => start(file, args), own: () => {} }
  const user = unprivilegedUser(cluster)
  const reachable = canEnter(dirname(cluster), user) && canEnter(binary, user)
  const prefix = reachable ? [] : throughClosedFolders()
  return {
    run: (file, args) =>
      reachable
        ? start(file, args, user)
        : start('setpriv', [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...prefix, file, ...args]),
    own: path => chownSync(path, user.uid, user.gid),
  }
}

type User = { uid: number; gid: number }

/** The owner of an existing cluster, else `postgres`, else `nobody`. initdb wants an account that has a name. */
function unprivilegedUser(cluster: string): User {
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    if (uid !== 0) return { uid, gid }
  }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const found = accounts.find(fields => fields[0] === name)
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new Error(
    'PostgreSQL refuses to run as root and this machine has neither a "postgres" nor a "nobody" account. Start as another user, or set DATABASE_URL.',
  )
}

/** May this user walk down to `path`? The last part itself is theirs or read-only. */
function canEnter(path: string, user: User): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder)
    const execute = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
    if (!(mode & execute)) return false
    if (folder === dirname(folder)) return true
  }
}

/**
 * A clone below a folder of mode 0700 (/root, `mktemp -d`) is closed to the other user. One capability, passed on by
 * setpriv, lets PostgreSQL walk through: reading only where the machine grants that, else the one that containers keep.
 */
function throughClosedFolders(): string[] {
  const name = hasCapability(2) ? 'dac_read_search' : 'dac_override'
  try {
    execFileSync('setpriv', ['--version'], { stdio: 'ignore' })
  } catch {
    throw new Error(
      'PostgreSQL refuses to run as root, and this folder is closed to other users. Move it out of /root, start as another user, or set DATABASE_URL.',
    )
  }
  return [`--inh-caps=+${name}`, `--ambient-caps=+${name}`]
}

/** Capability number `bit` is in our bounding set. */
function hasCapability(bit: number): boolean {
  const bounding = /^CapBnd:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'
  return ((BigInt(`0x${bounding}`) >> BigInt(bit)) & 1n) === 1n
}

// No secret of ours, and no locale that changes its words.
const environment = { NODE_ENV: 'production', PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' } as const

async function start(file: string, args: string[], user?: User): Promise<string> {
  // PostgreSQL must be able to stand in its working directory.
  const { stdout } = await execute(file, args, { ...user, cwd: '/', env: environment })
  return stdout
}
