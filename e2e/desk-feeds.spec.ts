import { type APIRequestContext, expect, test } from '@playwright/test'
import { feedFormats } from '../lib/feeds/feeds.ts'
import { feedProblems } from '../lib/feeds/testing.ts'
import { EditorPage } from './editor-page.ts'

interface Item {
  id: string
  url: string
  title: string
}

async function itemCalled(request: APIRequestContext, headline: string, path: string): Promise<Item | undefined> {
  const { items }: { items: Item[] } = await (await request.get(path)).json()
  return items.find(item => item.title === headline)
}

test('feeds have a review from the moment at which it is published to that at which it is taken back', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000)
  const stamp = Date.now().toString(36)
  const headline = `The gutter <${stamp}> & the feed`
  const editor = new EditorPage(page)
  await editor.write({
    headline,
    text: 'It rains for an hour and a half, and I would not have missed a drop of it.',
    verdict: 'Wet, and worth it.',
    score: '3.5',
    work: { title: `The Gutter ${stamp}`, released: '2026', credits: `Ilse ${stamp} Brook, director` },
  })
  const feeds = ['/feeds/all.json', '/feeds/sections/film.json', '/feeds/kinds/film.json']
  // Each is in the cache now, without it.
  for (const path of feeds) expect(await itemCalled(request, headline, path)).toBeUndefined()

  const path = await editor.publish()
  const published = await Promise.all(feeds.map(feed => itemCalled(request, headline, feed)))
  const [item] = published
  expect(item?.url).toContain(path)
  expect(new Set(published.map(each => each?.id)).size).toBe(1)
  for (const format of feedFormats)
    expect(await feedProblems(await (await request.get(`/feeds/all.${format}`)).text(), format)).toEqual([])

  // Another headline at another address is the same entry.
  await editor.setHeadline(`${headline}, again`)
  await page.getByLabel('Address', { exact: true }).fill(`gutter-${stamp}`)
  await editor.saved()
  const moved = await editor.publish()
  const edited = await itemCalled(request, `${headline}, again`, '/feeds/all.json')
  expect(edited?.id).toBe(item?.id)
  expect(edited?.url).toContain(moved)
  expect(await itemCalled(request, headline, '/feeds/all.json')).toBeUndefined()

  await editor.retract()
  for (const format of feedFormats)
    for (const feed of ['all', 'sections/film', 'kinds/film'])
      expect(await (await request.get(`/feeds/${feed}.${format}`)).text()).not.toContain(stamp)
})
