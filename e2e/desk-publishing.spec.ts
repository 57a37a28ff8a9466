import { type APIRequestContext, expect, test } from '@playwright/test'
import { EditorPage } from './editor-page.ts'
import { owner } from './owner.ts'

// The main job: write, publish, and see it on the public site at the next look; change it, move it, take it back.

const year = new Date().getFullYear()

async function pagesWith(request: APIRequestContext, words: string, paths: string[]): Promise<string[]> {
  const shown: string[] = []
  for (const path of paths) {
    const response = await request.get(path, { maxRedirects: 0 })
    if ((await response.text()).includes(words)) shown.push(path)
  }
  return shown
}

test('a review goes from nothing to every page, changes, moves and is withdrawn', async ({ page, request }) => {
  test.setTimeout(120_000)
  const stamp = Date.now().toString(36)
  const headline = `The kettle ${stamp} also listens`
  const editor = new EditorPage(page)
  await editor.write({
    headline,
    text: 'It begins with a kettle. Nobody speaks for eleven minutes, and one does not notice.',
    verdict: 'Patient, funny, and over before it is finished.',
    score: '4.5',
    work: {
      title: `The Kettle ${stamp}`,
      released: `${year}`,
      credits: `Ingrid ${stamp} Vale, director\nScarlett Johansson, voice, The kettle`,
    },
  })

  const affected = [
    '/',
    '/reviews',
    `/works/the-kettle-${stamp}`,
    `/people/ingrid-${stamp}-vale`,
    '/people/scarlett-johansson',
    `/critics/${owner.name.toLowerCase().replace(' ', '-')}`,
    '/sections/film',
    `/archive/${year}`,
  ]
  // Each is in the cache now, without it.
  expect(await pagesWith(request, headline, affected)).toEqual([])
  expect((await request.get(`/works/the-kettle-${stamp}`)).status()).toBe(404)

  const path = await editor.publish()
  expect(await pagesWith(request, headline, [path, ...affected])).toEqual([path, ...affected])
  const html = await (await request.get(path)).text()
  expect(html).toContain('Four and a half stars out of five')
  expect(html).toContain('"ratingValue":4.5')

  // A live review is changed in peace.
  const changed = `${headline}, twice`
  await editor.setHeadline(changed)
  await editor.saved()
  expect(await pagesWith(request, changed, [path, ...affected])).toEqual([])
  await editor.publish()
  expect(await pagesWith(request, changed, [path, ...affected])).toEqual([path, ...affected])

  // The address moves, and the old one leads to it in one hop.
  await page.getByLabel('Address', { exact: true }).fill(`kettle-${stamp}`)
  await editor.saved()
  const moved = await editor.publish()
  expect(moved).toBe(`/reviews/kettle-${stamp}`)
  const old = await request.get(path, { maxRedirects: 0 })
  expect([old.status(), new URL(old.headers().location ?? '', page.url()).pathname]).toEqual([308, moved])

  await editor.retract()
  const gone = await request.get(moved)
  expect(gone.status()).toBe(410)
  expect(await gone.text()).toContain('withdrawn')
  expect((await request.get(path)).status()).toBe(410)
  expect(await pagesWith(request, changed, [moved, ...affected])).toEqual([])
  expect((await request.get(`/works/the-kettle-${stamp}`)).status()).toBe(410)
})
