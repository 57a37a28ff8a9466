import { env } from '#lib/env.ts'
import { main, seconds, step } from './console.ts'
import { launch, whenDatabaseAnswers } from './launch.ts'
import { nowRunning, onStop, stop } from './shutdown.ts'
import { build } from './site-build.ts'

// npm start: from a bare clone to a running publication. Every step is skipped when its work is already done.

main(async () => {
  Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' })
  const started = performance.now()
  console.log('Out of Five')
  try {
    const { data, hasDatabase } = await launch('npm start')
    // A container's image was built where it was made, and has no sources to build again.
    if (!process.argv.includes('--built')) await build()
    const server = await step('Server started', startServer)
    onStop(() => server.close())
    nowRunning()
    console.log(`\nReady on http://localhost:${env().PORT}  (after ${seconds(performance.now() - started)})`)
    if (hasDatabase) await printSetupLink()
    else whenDatabaseAnswers(data, printSetupLink)
    return 0
  } catch (error) {
    await stop()
    throw error
  }
})

async function startServer() {
  const { serve } = await import('#server/main.ts')
  return serve()
}

async function printSetupLink(): Promise<void> {
  const { createSetupLink } = await import('#lib/auth/setup.ts')
  const link = await createSetupLink()
  if (link) console.log(`Set up your publication: ${link}`)
}
