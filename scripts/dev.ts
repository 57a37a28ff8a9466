import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createSetupLink } from '#lib/auth/setup.ts'
import { env } from '#lib/env.ts'
import { main } from './console.ts'
import { launch } from './launch.ts'
import { nowRunning, onStop, stop } from './shutdown.ts'

// npm run dev: what npm start does, with Next's own development server and hot reload in place of the build and the page cache.

main(async () => {
  Object.assign(process.env, { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' })
  console.log('Out of Five (development)')
  try {
    await launch('npm run dev')
    const link = await createSetupLink()
    if (link) console.log(`Set up your publication: ${link}`)
    const code = await nextDev()
    await stop()
    return code
  } catch (error) {
    await stop()
    throw error
  }
})

function nextDev(): Promise<number> {
  const next = join(import.meta.dirname, '../node_modules/.bin/next')
  const { PORT, HOST } = env()
  const child = spawn(process.execPath, [next, 'dev', '--port', String(PORT), '--hostname', HOST], { stdio: 'inherit' })
  const ended = new Promise<number>((resolve, reject) =>
    child.once('error', reject).once('exit', code => resolve(code ?? 0)),
  )
  onStop(async () => {
    child.kill('SIGTERM')
    await ended
  })
  nowRunning()
  return ended
}
