import { defineConfig } from 'prisma/config'

// The datasource has no address here: the application is told by DATABASE_URL at run time, and migrations are applied by
// lib/db/migrate.ts. Somebody who prefers Prisma's own `migrate deploy` gets it from the same variable.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/unset' },
})
