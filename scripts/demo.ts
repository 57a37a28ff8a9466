import { env } from '#lib/env.ts'
import { loadDemo, loadStarter } from '#prisma/demo/load.ts'
import { removeDemo } from '#prisma/demo/remove.ts'
import { main } from './console.ts'
import { withDatabase } from './database.ts'

// npm run demo -- load|remove

main(async () => {
  const [verb] = process.argv.slice(2)
  const progress = (line: string) => console.log(`    ${line}`)
  if (verb === 'load') {
    const loaded = await withDatabase('npm run demo', url =>
      loadDemo({ databaseUrl: url, dataDir: env().DATA_DIR, progress }),
    )
    if (!loaded) console.log('Nothing was loaded: the publication is not empty.')
    return 0
  }
  // Not for typing: what `npm start` gives a publication that begins without the demo.
  if (verb === 'starter') {
    await withDatabase('npm run demo', url => loadStarter({ databaseUrl: url }))
    return 0
  }
  if (verb === 'remove') {
    await withDatabase('npm run demo', url => removeDemo({ databaseUrl: url, dataDir: env().DATA_DIR, progress }))
    console.log('The demo is gone; what you wrote is still there.')
    return 0
  }
  console.error('Say which: npm run demo -- load, or npm run demo -- remove')
  return 2
})
