import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '#lib/db/embedded.ts'

const root = join(import.meta.dirname, '..')

/** A server made by `npm start` as anybody's is, on a free port, once it is ready; `said` is all that it has said, `megabytes` what it takes now. */
export async function startServer(variables: Record<string, string>) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
    cwd: root,
    env: { ...process.env, PORT: String(port), SITE_URL: url, LOG_LEVEL: 'warn', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', chunk => {
      process.stdout.write(chunk)
      said += chunk
      if (said.includes('Ready on')) resolve()
    })
    child.once('exit', code => reject(new Error(`The server ended with ${code} before it was ready`)))
  })
  const stop = () =>
    new Promise<void>(resolve => {
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
  return { url, said: () => said, megabytes: () => megabytesOf(child.pid), stop }
}

/** What a process takes up in memory now. */
export function megabytesOf(pid: number | undefined): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
}
