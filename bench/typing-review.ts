import type { Page } from '@playwright/test'
import sharp from 'sharp'

const sentence =
  'The voice comes before the body and stays after it, and what stands between them is a room with the lights left on. '
const wordsOfSentence = sentence.trim().split(' ').length
const size = { words: 10_000, pictures: 30 }

/** Makes a review of 10,000 words with 30 pictures over the desk's own addresses, and opens it. */
export async function makeLongReview(page: Page): Promise<{ words: number; pictures: number }> {
  await page.goto('/desk')
  await page.getByRole('button', { name: 'New review' }).click()
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/)
  await page.getByRole('textbox', { name: 'Text of the review' }).waitFor()
  const mediaId = await upload(page)
  const path = `/api${new URL(page.url()).pathname}`
  const stored = await (await page.request.get(path)).json()
  const content = { ...stored.content, title: `Ten thousand words ${Date.now().toString(36)}`, body: longText(mediaId) }
  const headers = { Origin: new URL(page.url()).origin }
  const answer = await page.request.put(path, { headers, data: { version: stored.version, content } })
  if (!answer.ok()) throw new Error(`The review was not saved: ${answer.status()} ${await answer.text()}`)
  await page.reload()
  await page.getByRole('textbox', { name: 'Text of the review' }).waitFor()
  return size
}

async function upload(page: Page): Promise<string> {
  const picture = await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#d8452e' } })
    .jpeg()
    .toBuffer()
  await page
    .getByLabel('Choose pictures', { exact: true })
    .setInputFiles({ name: 'Orb.jpg', mimeType: 'image/jpeg', buffer: picture })
  await page.locator('#field-body figure img').first().waitFor({ timeout: 60_000 })
  await page.keyboard.press('ControlOrMeta+s')
  const path = `/api${new URL(page.url()).pathname}`
  for (let attempt = 0; attempt < 40; attempt++) {
    const { content } = await (await page.request.get(path)).json()
    const id = /"mediaId":"([0-9a-f-]{36})"/.exec(JSON.stringify(content.body))?.[1]
    if (id) return id
    await page.waitForTimeout(250)
  }
  throw new Error('The picture was not saved')
}

/** Paragraphs of some hundred words; a heading at every tenth, marks in every third, a spoiler at every fortieth. */
function longText(mediaId: string) {
  const perParagraph = 5
  const count = Math.ceil(size.words / (wordsOfSentence * perParagraph))
  const blocks: object[] = []
  for (let index = 0; index < count; index++) {
    if (index % 10 === 5) blocks.push({ type: 'heading', attrs: { level: 2 }, content: [text(`Part ${index}`)] })
    const paragraph = {
      type: 'paragraph',
      content: [
        text(sentence.repeat(perParagraph - 1)),
        ...(index % 3 === 0
          ? [
              text('The voice comes before the body ', 'italic'),
              text('and stays after it, and what stands between them. '),
            ]
          : [text(sentence)]),
      ],
    }
    blocks.push(
      index % 40 === 20 ? { type: 'spoiler', attrs: { label: 'the ending' }, content: [paragraph] } : paragraph,
    )
    if (Math.floor(((index + 1) * size.pictures) / count) > Math.floor((index * size.pictures) / count))
      blocks.push({ type: 'figure', attrs: { mediaId, alt: 'A flat red field', caption: 'The orb', credit: 'Ada' } })
  }
  return { type: 'doc', content: blocks }
}

function text(words: string, mark?: string) {
  return { type: 'text', text: words, ...(mark && { marks: [{ type: mark }] }) }
}
