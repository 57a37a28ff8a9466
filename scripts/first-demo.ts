import { spawn } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { env } from '#lib/env.ts'
import { step, Trouble } from './console.ts'
import { onStop } from './shutdown.ts'

/**
 * Loads the demo into a publication that has never held anything. That it was offered is remembered in the database, so
 * that a publication whose reviews were all removed stays empty.
 */
export async function loadDemoOnce(url: string, dataDir: string): Promise<void> {
  const isNew = `SELECT NOT EXISTS (SELECT FROM setting WHERE key = $1) AS offer, NOT EXISTS (SELECT FROM review) AS empty`
  const { offer, empty } = state.parse((await ask(url, isNew, [KEY]))[0])
  if (!offer) return
  if (env().DEMO && empty)
    await step(
      'Demo publication loaded',
      () => load(url, dataDir, 'load'),
      'Loading the demo publication (DEMO=0 begins empty)',
    )
  else if (empty) await step('Sections and scales made', () => load(url, dataDir, 'starter'))
  await ask(url, 'INSERT INTO setting (key, value, updated_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING', [
    KEY,
    'true',
  ])
}

const state = z.object({ offer: z.boolean(), empty: z.boolean() })

/** On a connection of its own, so that none is open while the demo loads. */
async function ask(url: string, sql: string, values: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

const KEY = 'demoOffered'

/** In a process of its own: pictures are drawn and scaled, and the server should not carry that memory for good. */
async function load(url: string, dataDir: string, verb: 'load' | 'starter'): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'demo.ts'), verb], {
    env: { ...process.env, DATABASE_URL: url, DATA_DIR: dataDir },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  onStop(() => void child.kill())
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0)
    throw new Trouble('The demo could not be loaded. Start with DEMO=0 to begin with an empty publication.')
}
