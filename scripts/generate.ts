import { main } from './console.ts'
import { generateClient } from './site-build.ts'

// The Prisma client. run.mjs calls this before every command.

main(async () => {
  await generateClient()
  return 0
})
