import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testDatabase } from '#lib/db/testing.ts'
import { brokenInvariants } from './invariants.ts'

const { pool } = await testDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'invariants-'))
mkdirSync(join(dataDir, 'media'))

test('an empty publication agrees with itself', async () => {
  expect(await brokenInvariants(pool, dataDir)).toEqual([])
})

test('a live address without a review, a picture or a glyph without its file and a file without a picture are found', async () => {
  await pool.query(`INSERT INTO address (path, state, kind) VALUES ('/reviews/nothing', 'live', 'review')`)
  await pool.query(
    `INSERT INTO media (id, name, state, width, height, widths) VALUES (gen_random_uuid(), 'lost', 'ready', 400, 300, '{200,400}')`,
  )
  await pool.query(
    `INSERT INTO glyph (key, name, media_id) SELECT key, 'Sail', id FROM media, unnest(ARRAY['own-sail-1a2b3c4d-20', 'own-sail-5e6f7a8b-20']) key`,
  )
  writeFileSync(join(dataDir, 'media/own-sail-1a2b3c4d-20.png'), '')
  writeFileSync(join(dataDir, 'media/lost-400.webp'), '')
  writeFileSync(join(dataDir, 'media/stray-card.jpg'), '')
  expect(await brokenInvariants(pool, dataDir)).toEqual([
    'The address /reviews/nothing is live, and no review is published there.',
    'The picture file lost-200.webp is missing.',
    'The picture file lost-card.jpg is missing.',
    'The picture file own-sail-5e6f7a8b-20.png is missing.',
    'The file media/stray-card.jpg belongs to no picture.',
  ])
})
