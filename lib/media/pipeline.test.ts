import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { cardPath, cardSize } from './pictures.ts'
import { makeDerivatives } from './pipeline.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'pictures-'))
afterAll(() => rmSync(dataDir, { recursive: true }))

// What machines are given as the picture of a page has one size, whatever was uploaded.
test.each([
  [1, 1],
  [3, 2],
  [16, 900],
  [1999, 7],
  [675, 1200],
  [1199, 674],
  [1200, 675],
  [1201, 676],
  [5001, 1003],
])('the still of a picture of %d × %d is a JPEG of 1200 × 675', async (width, height) => {
  const source = await sharp({ create: { width, height, channels: 4, background: '#d8452e80' } })
    .png()
    .toBuffer()
  for (const focal of [
    { x: 0.5, y: 0.5 },
    { x: 0, y: 1 },
    { x: 1, y: 0 },
  ]) {
    const { name } = await makeDerivatives(source, { dataDir, name: `of-${width}-${height}`, focal })
    const still = readFileSync(join(dataDir, cardPath({ name })))
    expect(await sharp(still).metadata()).toMatchObject({ format: 'jpeg', ...cardSize, hasAlpha: false })
  }
})
