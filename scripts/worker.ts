import { main } from './console.ts'
import { withDatabase } from './database.ts'
import { signalled } from './shutdown.ts'

// npm run worker: takes jobs in a process of its own, beside servers that have WORKER=off.

main(() =>
  withDatabase('npm run worker', async () => {
    const { serveWorker } = await import('#server/main.ts')
    const { closeDatabase } = await import('#lib/db/client.ts')
    const worker = serveWorker()
    console.log('The worker takes jobs. Ctrl-C stops it when those under way are done.')
    await signalled()
    await worker.close()
    await closeDatabase()
    return 0
  }),
)
