import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pictureFile } from '#lib/media/picture-file.ts'
import type { Picture } from '#lib/media/pictures.ts'
import { picturePath } from '#lib/media/pictures.ts'
import { getSettings } from '#lib/settings/published.ts'
import { getHouse } from '#lib/settings/published-house.ts'
import { storage } from '#lib/storage/open.ts'
import { drawIcon, icoOf } from './draw-icon.ts'
import { type IconForm, type IconSize, iconAt, iconPath } from './icons.ts'
import { themeHash, themePath, themeStylesheet } from './stylesheet.ts'
import { paletteOf } from './theme.ts'

// What the addresses of the house's look answer. `versioned` in the tags says that what is there never changes, see server/headers.ts.

/**
 * The stylesheet of this name. Of an older one, which a page may still name that somebody keeps for us, the way to the present one; 404 where
 * there is none, and the page looks as the default does.
 */
export async function answerTheme(hash: string): Promise<Response> {
  const settings = await getSettings()
  const path = themePath(settings)
  if (path === null || !/^[0-9a-f]{12}$/.test(hash)) return refusal('There is no such stylesheet.')
  if (hash !== themeHash(settings)) return new Response(null, { status: 307, headers: { Location: path, ...once } })
  return answer(themeStylesheet(settings), 'text/css; charset=utf-8', 'versioned')
}

/** `logo-abc123-180.png`: the house's icon in a size. That of an older icon is gone with it. */
export async function answerIcon(file: string): Promise<Response> {
  const asked = iconAt(file)
  const { icon } = await getHouse()
  if (!asked || icon?.name !== asked.name) return refusal('There is no such icon.')
  const drawn = await iconFile(icon, asked.size, asked.form)
  return drawn ? answer(new Uint8Array(drawn), 'image/png', 'versioned') : refusal('The picture is not there.')
}

/** The addresses at which icons are asked for by name: the house's own, else the mark of Out of Five. */
export async function answerIconFile(name: 'favicon.ico' | 'icon.png' | 'icon.svg'): Promise<Response> {
  const { icon } = await getHouse()
  if (!icon) return answer(new Uint8Array(await readFile(join(ownFiles, name))), types[name])
  // A picture of points has no form in curves.
  if (name === 'icon.svg') return refusal('The icon is at /icon.png.')
  const drawn = await iconFile(icon, name === 'icon.png' ? 512 : 32)
  if (!drawn) return refusal('The picture is not there.')
  return answer(new Uint8Array(name === 'icon.png' ? drawn : icoOf(drawn)), types[name])
}

/** What phones are told when somebody puts the publication on their home screen: https://www.w3.org/TR/appmanifest/ */
export async function answerManifest(): Promise<Response> {
  const [settings, { icon }] = await Promise.all([getSettings(), getHouse()])
  const { name, description, tagline, language, direction } = settings
  const one = (size: IconSize, form: IconForm = 'plain') => ({
    src: icon ? iconPath(icon, size, form) : '/icon.png',
    sizes: icon ? `${size}x${size}` : '512x512',
    type: 'image/png',
    purpose: form === 'maskable' ? 'maskable' : 'any',
  })
  const manifest = {
    id: '/',
    name,
    description: description || tagline,
    lang: language,
    dir: direction,
    start_url: '/',
    display: 'minimal-ui',
    theme_color: paletteOf(settings, 'light').paper,
    background_color: paletteOf(settings, 'light').paper,
    icons: icon ? [one(192), one(512), one(512, 'maskable')] : [one(512)],
  }
  return answer(`${JSON.stringify(manifest)}\n`, 'application/manifest+json; charset=utf-8')
}

const ownFiles = join(process.cwd(), 'lib/theme/files')
const types = { 'favicon.ico': 'image/x-icon', 'icon.png': 'image/png', 'icon.svg': 'image/svg+xml' } as const

async function iconFile(icon: Picture, size: IconSize, form: IconForm = 'plain'): Promise<Buffer | null> {
  const width = icon.widths.find(each => each >= size) ?? icon.widths.at(-1) ?? icon.width
  // Of the formats that are made, the one with a transparent ground that everything reads.
  const file = pictureFile(
    picturePath(icon, width, icon.formats.includes('webp') ? 'webp' : 'jpg').slice('/media/'.length),
  )
  const local = file && (await storage().local(file.key))
  return local ? drawIcon(local, { size, form, ground: paletteOf(await getSettings(), 'light').paper }) : null
}

const once = { 'Cache-Control': 'no-store' }

function answer(body: string | Uint8Array<ArrayBuffer>, type: string, tags = 'house'): Response {
  return new Response(body, { headers: { 'Content-Type': type, 'X-Cache-Tags': tags } })
}

function refusal(sentence: string): Response {
  return new Response(`${sentence}\n`, {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...once },
  })
}
