import { main } from './console.ts'
import { build, isBuilt } from './site-build.ts'

// npm run build [-- --force]

main(async () => {
  Object.assign(process.env, { NODE_ENV: 'production' })
  const force = process.argv.includes('--force')
  if (isBuilt() && !force) console.log('The build is of these sources already.')
  await build({ force })
  return 0
})
