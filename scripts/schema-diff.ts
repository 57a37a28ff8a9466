import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { z } from 'zod'

/**
 * The SQL that turns the database at `url` into what prisma/schema says; empty when they agree. Prisma cannot express
 * partial, expression and covering indexes or generated columns, and would drop those: such statements are left out.
 */
export async function diffToSchema(url: string, schemaFolder: string): Promise<string> {
  await loadEngine()
  const adapter = bindMigrationAwareSqlAdapterFactory(new ReadablePg({ connectionString: url }))
  const files = readdirSync(schemaFolder)
    .filter(name => name.endsWith('.prisma'))
    .sort()
    .map(name => ({ path: join(schemaFolder, name), content: readFileSync(join(schemaFolder, name), 'utf8') }))
  const datamodels = files.map((file): [string, string] => [file.path, file.content])
  const schema = await engine.SchemaEngine.new({ datamodels }, () => {}, adapter)
  try {
    const { stdout } = await schema.diff({
      from: { tag: 'schemaDatasource', files, configDir: schemaFolder },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    })
    return withoutHandwritten(stdout ?? '', await handwritten(url))
  } finally {
    schema.free()
  }
}

/**
 * The engine reads three columns of the catalogue whose type is "char", which Prisma's adapter does not know. They travel
 * as text and are called characters again on arrival.
 */
class ReadablePg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const query = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async asked => {
      const sql = asked.sql
        .replace(/\bcon\.(confdeltype|confupdtype),/g, 'con.$1::text AS $1,')
        .replace('constr.contype AS constraint_type', 'constr.contype::text AS constraint_type')
      const result = await query({ ...asked, sql })
      const columnTypes = result.columnTypes.map((type, index) =>
        CHARACTERS.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
      )
      return { ...result, columnTypes }
    }
    return adapter
  }
}

const CHARACTERS = new Set(['confdeltype', 'confupdtype', 'constraint_type'])

/** The engine is loaded by hand because Node 22 cannot import a .wasm file. */
async function loadEngine(): Promise<void> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = await WebAssembly.compile(await readFile(script.replace(/\.js$/, '.wasm')))
  const instance = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(instance.exports)
  if (typeof instance.exports.__wbindgen_start === 'function') instance.exports.__wbindgen_start()
}

type Handwritten = { indexes: string[]; columns: string[] }

/** What the migrations made beyond Prisma's language. */
async function handwritten(url: string): Promise<Handwritten> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const indexes = await client.query(
      `SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indpred IS NOT NULL OR indexprs IS NOT NULL OR indnatts > indnkeyatts`,
    )
    const columns = await client.query(
      `SELECT attname AS name FROM pg_attribute WHERE attgenerated <> '' AND attnum > 0`,
    )
    const names = z.array(z.object({ name: z.string() }))
    const list = (rows: unknown) => names.parse(rows).map(row => row.name.replaceAll('"', ''))
    return { indexes: list(indexes.rows), columns: list(columns.rows) }
  } finally {
    await client.end()
  }
}

function withoutHandwritten(sql: string, { indexes, columns }: Handwritten): string {
  const dropsIndex = (part: string) => indexes.some(name => part.includes(`DROP INDEX "${name}"`))
  const dropsDefault = (part: string) => columns.some(name => part.includes(`ALTER COLUMN "${name}" DROP DEFAULT`))
  return sql
    .split(/^(?=-- )/m)
    .filter(part => !dropsIndex(part) && !dropsDefault(part) && !part.startsWith('-- This is an empty migration'))
    .join('')
    .trim()
}
