import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/db/testing.ts'
import { breadcrumbMarkup, reviewMarkup } from '#lib/markup/markup.ts'
import { excerpt, type Prose, type ProseNode } from '#lib/prose/prose.ts'
import { defaultSettings } from '#lib/settings/settings.ts'
import { getWorkPage } from '#lib/works/published.ts'
import { makeEditor, makeMedia, makePerson, makeReview, makeWork } from '#prisma/factories.ts'
import { saveReview } from './commands.ts'
import { publishReview } from './commands-publish.ts'
import { getPublishedReview, listPublishedReviews } from './published.ts'

// Words that stand in spoilers and nowhere else. What readers get without opening one must not have them, and nor must any table
// that is not the text itself: whatever is made of tables is then free of them as well.

const { pool } = await testDatabase()
const sentinel = /qz\w+x/i
const text = (words: string, ...marks: string[]): ProseNode => ({
  type: 'text',
  text: words,
  marks: marks.map(type => ({ type })),
})
const paragraph = (...content: ProseNode[]): ProseNode => ({ type: 'paragraph', content })

let slug = ''
let workSlug = ''

beforeAll(async () => {
  const editor = await makeEditor()
  const [person, picture, work] = [await makePerson('Alan Watts'), await makeMedia(), await makeWork()]
  workSlug = work.slug
  const figure = { mediaId: picture.id, alt: 'A qzaltx chair', caption: 'The qzcaptionx', credit: 'Qzcreditx' }
  const body: Prose = {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 2 }, content: [text('How it '), text('qzheadingx', 'inlineSpoiler')] },
      paragraph(
        text('A man listens. '),
        text('The qzinlinex ', 'inlineSpoiler'),
        text('qzmarkedx', 'italic', 'inlineSpoiler'),
        text(' and it goes on.'),
      ),
      {
        type: 'spoiler',
        attrs: { label: 'The end' },
        content: [
          paragraph(
            text('Qzblockx leaves with '),
            { type: 'mention', attrs: { kind: 'person', id: person.id, label: 'Qzmentionx' } },
            { ...text('qzlinkx'), marks: [{ type: 'link', attrs: { href: 'https://qzhrefx.example/' } }] },
          ),
          { type: 'figure', attrs: figure },
          { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('qzlistx'))] }] },
        ],
      },
    ],
  }
  const review = await makeReview(editor, { body, workId: work.id, spoilers: 'major' })
  // As often as it takes for histories and records to have something to say.
  await publishReview(editor, review)
  await saveReview(editor, { ...review, content: { ...review.content, title: 'A Voice' } })
  await publishReview(editor, { id: review.id, version: review.version + 1 })
  slug = review.content.slug
})

test('the text itself has them, and its count of words does', async () => {
  const review = await getPublishedReview(slug)
  for (const word of ['inline', 'block', 'mention', 'alt', 'caption', 'heading', 'list'])
    expect(JSON.stringify(review?.body)).toMatch(new RegExp(`qz${word}x`, 'i'))
  expect(review?.wordCount).toBeGreaterThan(12)
})

describe('a word of a spoiler is not', () => {
  test('in what is made of a review', async () => {
    const review = await getPublishedReview(slug)
    if (!review) throw new Error('The review is not live')
    const { body, ...rest } = review
    expect(JSON.stringify(rest)).not.toMatch(sentinel)
    expect(excerpt(body, 10_000)).toBe('How it A man listens. and it goes on.')
    const site = { siteUrl: 'https://reviews.example', settings: defaultSettings }
    expect(JSON.stringify(reviewMarkup(review, site))).not.toMatch(sentinel)
    expect(JSON.stringify(breadcrumbMarkup(site.siteUrl, [review.section]))).not.toMatch(sentinel)
  })

  test('in lists and on the page of the work', async () => {
    const listed = [await listPublishedReviews({}), await getWorkPage(workSlug)]
    expect(listed[0]?.reviews).not.toHaveLength(0)
    expect(JSON.stringify(listed)).not.toMatch(sentinel)
  })

  test('in any table but the text, its copy and its history', async () => {
    const { rows: tables } = await pool.query<{ name: string }>(
      "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
    )
    expect(tables.length).toBeGreaterThan(20)
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await pool.query<{ row: string }>(
        `SELECT (to_jsonb(t) - '{body,content}'::text[])::text AS row FROM ${name} t WHERE (to_jsonb(t) - '{body,content}'::text[])::text ~* 'qz[a-z]+x'`,
      )
      found.push(...rows.map(({ row }) => `${name}: ${row.slice(0, 200)}`))
    }
    expect(found).toEqual([])
  })
})
