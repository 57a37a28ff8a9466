import { migrate, migrationStatus } from '#lib/db/migrate.ts'
import { main } from './console.ts'
import { withDatabase } from './database.ts'

// npm run migrate            applies what is pending
// npm run migrate -- status  says where the database stands; code 1 when something is pending or broken

main(() =>
  withDatabase('npm run migrate', url => (process.argv[2] === 'status' ? printStatus(url) : apply(url)), {
    migrated: false,
  }),
)

async function apply(url: string): Promise<number> {
  const applied = await migrate(url, { progress: line => console.log(line) })
  console.log(applied.length === 0 ? 'The database is up to date.' : `${applied.length} applied.`)
  return 0
}

async function printStatus(url: string): Promise<number> {
  const { applied, ...open } = await migrationStatus(url)
  for (const name of applied) console.log(`applied  ${name}`)
  for (const [state, names] of Object.entries(open)) for (const name of names) console.log(`${state.padEnd(8)} ${name}`)
  return Object.values(open).flat().length === 0 ? 0 : 1
}
