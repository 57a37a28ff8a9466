import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { testDatabase } from '#lib/db/testing.ts'
import { storage } from '#lib/storage/open.ts'
import { makeMedia, unique } from '#prisma/factories.ts'
import { answerIcon, answerIconFile, answerManifest, answerTheme } from './answer.ts'
import { iconPath } from './icons.ts'
import { themeHash, themeStylesheet } from './stylesheet.ts'
import { defaultTheme } from './theme.ts'

await testDatabase()

const set = (settings: Record<string, string>) =>
  db().setting.createMany({ data: Object.entries(settings).map(([key, value]) => ({ key, value })) })

beforeEach(() => db().setting.deleteMany())

describe('the stylesheet', () => {
  test('is not there for the default look', async () => {
    expect((await answerTheme('0123456789ab')).status).toBe(404)
  })

  test('is kept for ever under its own name, and older names lead to it', async () => {
    await set({ ground: 'cool' })
    const theme = { ...defaultTheme, ground: 'cool' } as const
    const answer = await answerTheme(themeHash(theme))
    expect([answer.status, answer.headers.get('x-cache-tags')]).toEqual([200, 'versioned'])
    expect(await answer.text()).toBe(themeStylesheet(theme))
    const older = await answerTheme('0123456789ab')
    expect([older.status, older.headers.get('location')]).toEqual([307, `/theme-${themeHash(theme)}.css`])
    expect((await answerTheme('../../etc')).status).toBe(404)
  })
})

describe('icons', () => {
  test('are the mark of five dots until the house has its own', async () => {
    for (const name of ['favicon.ico', 'icon.png', 'icon.svg'] as const)
      expect((await answerIconFile(name)).status).toBe(200)
    expect((await answerIcon('anything-32.png')).status).toBe(404)
    expect(await (await answerManifest()).json()).toMatchObject({ icons: [{ src: '/icon.png', sizes: '512x512' }] })
  })

  test('of the house are made in every size, clear where the picture is, and with room for phones that cut them', async () => {
    const icon = await ownIcon()
    for (const size of [32, 180, 192, 512] as const) {
      const answer = await answerIcon(iconPath(icon, size).slice('/icons/'.length))
      expect(answer.headers.get('x-cache-tags')).toBe('versioned')
      const drawn = sharp(Buffer.from(await answer.arrayBuffer()))
      expect(await drawn.metadata()).toMatchObject({ format: 'png', width: size, height: size, hasAlpha: true })
    }
    const maskable = await answerIcon(iconPath(icon, 512, 'maskable').slice('/icons/'.length))
    const corner = await sharp(Buffer.from(await maskable.arrayBuffer()))
      .extract({ left: 4, top: 4, width: 1, height: 1 })
      .raw()
      .toBuffer()
    // The paper of the house.
    expect([...corner.subarray(0, 3)]).toEqual([0xfb, 0xf3, 0xe7])
    const { icons } = await (await answerManifest()).json()
    expect(icons).toHaveLength(3)
  })

  test('of the house stand at the addresses that are asked for by name', async () => {
    await ownIcon()
    const ico = Buffer.from(await (await answerIconFile('favicon.ico')).arrayBuffer())
    expect([ico.readUInt16LE(2), ico.readUInt16LE(4), ico.readUInt32LE(18)]).toEqual([1, 1, 22])
    expect(await sharp(ico.subarray(22)).metadata()).toMatchObject({ format: 'png', width: 32, height: 32 })
    expect((await answerIconFile('icon.svg')).status).toBe(404)
  })

  test('of sizes and names that there are not are refused', async () => {
    const { name } = await ownIcon()
    for (const file of [`${name}-31.png`, `${name}-32.ico`, `${name}x-32.png`, `${name}-99999999.png`, '..-32.png'])
      expect((await answerIcon(file)).status, file).toBe(404)
  })
})

/** A disc on nothing, as the icon of the house. */
async function ownIcon() {
  const name = unique('icon')
  const file = join(tmpdir(), `${randomBytes(6).toString('hex')}.webp`)
  const disc = Buffer.from('<svg width="800" height="800"><circle cx="400" cy="400" r="400" fill="#1144aa"/></svg>')
  await writeFile(file, await sharp(disc).webp().toBuffer())
  await storage().put(`media/${name}-800.webp`, file)
  const icon = await makeMedia({ name, width: 800, height: 800, widths: [800], formats: ['webp'] })
  await set({ iconId: icon.id })
  return icon
}
