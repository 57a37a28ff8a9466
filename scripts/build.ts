import { main } from './console.ts'
import { build } from './site-build.ts'

// npm run build [-- --force]

main(async () => {
  Object.assign(process.env, { NODE_ENV: 'production' })
  await build({ force: process.argv.includes('--force') })
  return 0
})
