import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hostilePictures } from '../../test/hostile-pictures.ts'
import { UnusablePicture } from './files.ts'
import { takePicture } from './press.ts'

const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
const scratch = join(folder, 'scratch')
afterAll(() => rmSync(folder, { recursive: true }))
const plan = { name: 'x', focal: { x: 0.5, y: 0.5 }, crops: {} }

const take = async (bytes: Buffer): Promise<string | null> => {
  const file = join(folder, 'upload')
  writeFileSync(file, bytes)
  try {
    await takePicture(file, plan, scratch, async () => {})
    return null
  } catch (error) {
    if (error instanceof UnusablePicture) return error.message
    throw error
  }
}

test.each(hostilePictures)('$name', { timeout: 30_000 }, async ({ bytes, refusal }) => {
  const said = await take(await bytes())
  if (refusal === null) expect(said).toBeNull()
  else expect(said ?? 'It was taken.').toMatch(refusal)
  // Whoever reads it can do something about it, and nothing is left of it.
  if (said !== null) expect(said).toMatch(/\.$/)
  expect(readdirSync(scratch)).toEqual([])
})

test('after all of them a picture is still taken', async () => {
  const [width, height] = [300, 200]
  const { default: sharp } = await import('sharp')
  const picture = await sharp({ create: { width, height, channels: 3, background: '#c84b31' } })
    .png()
    .toBuffer()
  expect(await take(picture)).toBeNull()
})
