import { describe, expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { createList, publishList, saveList, takeBackList } from '#lib/lists/commands.ts'
import { editPerson } from '#lib/people/commands.ts'
import { getDeskPerson } from '#lib/people/desk-queries.ts'
import { personContentSchema } from '#lib/people/people-schema.ts'
import { mergeRecords, planMerge } from '#lib/regrouping/commands.ts'
import { fingerprint } from '#lib/regrouping/fingerprint.ts'
import { retractReview } from '#lib/reviews/commands-publish.ts'
import { makeEditor, makeSection, makeTopic, readReview, unique } from '#prisma/factories.ts'
import { key, openPings, site } from '../../test/pings.ts'

const { turnOn, live, addressed, again, deliver, jobs, onlyPing, urlList, feedList, engines, hub } = await openPings()

describe('publishing', () => {
  test('tells nobody as long as nobody is to be told', async () => {
    await live()
    expect(await db().ping.count()).toBe(0)
    await expect.poll(jobs).toBe(0)
  })

  test('tells search engines of the pages, with the key and where it stands', async () => {
    await turnOn('indexnow')
    const { content, work, section } = await live()
    await deliver()
    expect(engines.heard).toHaveLength(1)
    const [{ path, headers, body } = { path: '', headers: {}, body: '{}' }] = engines.heard
    expect([path, headers['content-type']]).toEqual(['/indexnow', 'application/json; charset=utf-8'])
    const said = JSON.parse(body)
    expect(said).toEqual({
      host: 'reviews.example.org',
      key,
      keyLocation: `${site}/${key}.txt`,
      urlList: expect.arrayContaining(
        [
          '/',
          `/reviews/${content.slug}`,
          `/works/${work.slug}`,
          `/sections/${section.slug}`,
          `/people/${work.person.slug}`,
        ].map(each => site + each),
      ),
    })
    expect(said.urlList).toHaveLength(new Set(said.urlList).size)
    expect(await onlyPing()).toMatchObject({
      service: 'indexnow',
      cause: 'review.publish',
      host: new URL(engines.url).host,
      state: 'sent',
      attempts: 1,
      answer: '200 OK',
      finishedAt: expect.any(Date),
    })
    await expect.poll(jobs).toBe(0)
  })

  test('tells the hub of every feed with the review, in every format, as a form', async () => {
    await turnOn('websub')
    const topic = await addressed('topic', await makeTopic())
    const { content, section } = await live({ topicIds: [topic.id] })
    await deliver()
    const [heard] = hub.heard
    expect(heard?.headers['content-type']).toBe('application/x-www-form-urlencoded')
    const form = new URLSearchParams(heard?.body)
    expect(form.get('hub.mode')).toBe('publish')
    const critic = await db().critic.findUniqueOrThrow({ where: { id: content.criticIds[0] ?? '' } })
    const feeds = ['all', `sections/${section.slug}`, `critics/${critic.slug}`, `topics/${topic.slug}`, 'kinds/film']
    expect(form.getAll('hub.url').sort()).toEqual(
      feeds.flatMap(feed => ['atom', 'json', 'xml'].map(format => `${site}/feeds/${feed}.${format}`)).sort(),
    )
    expect(await onlyPing()).toMatchObject({ service: 'websub', state: 'sent', host: new URL(hub.url).host })
  })

  test('an update tells of the same pages, and of nobody who is only credited', async () => {
    await turnOn('indexnow')
    const { editor, id, content, work } = await live()
    await deliver()
    engines.heard.length = 0
    await again(editor, id, { ...content, title: 'A Better Headline' })
    await deliver()
    expect(urlList()).toContain(`${site}/reviews/${content.slug}`)
    expect(urlList()).not.toContain(`${site}/people/${work.person.slug}`)
  })

  test('under another address tells of both', async () => {
    await turnOn('indexnow')
    const { editor, id, content } = await live()
    await deliver()
    engines.heard.length = 0
    const slug = unique('moved')
    await again(editor, id, { ...content, slug })
    await deliver()
    expect(urlList()).toEqual(expect.arrayContaining([`${site}/reviews/${content.slug}`, `${site}/reviews/${slug}`]))
    // Later changes are the new address's alone.
    engines.heard.length = 0
    await again(editor, id, { ...content, slug, title: 'Once more' })
    await deliver()
    expect(urlList()).toContain(`${site}/reviews/${slug}`)
    expect(urlList()).not.toContain(`${site}/reviews/${content.slug}`)
  })

  test('in another section tells of the feeds of both', async () => {
    await turnOn('websub')
    const { editor, id, content, section } = await live()
    await deliver()
    hub.heard.length = 0
    const other = await addressed('section', await makeSection())
    await again(editor, id, { ...content, sectionId: other.id })
    await deliver()
    expect(feedList()).toEqual(
      expect.arrayContaining([
        `${site}/feeds/sections/${section.slug}.xml`,
        `${site}/feeds/sections/${other.slug}.xml`,
      ]),
    )
  })

  test('and retracting tells of the pages that are gone, and of the feeds', async () => {
    await turnOn('indexnow', 'websub')
    const { editor, id, content, work, section } = await live()
    await deliver()
    engines.heard.length = 0
    hub.heard.length = 0
    const { version } = await readReview(id)
    expect(await retractReview(editor, { id, version })).toMatchObject({ ok: true })
    await deliver()
    expect(urlList()).toEqual(
      expect.arrayContaining(
        [
          `/reviews/${content.slug}`,
          `/works/${work.slug}`,
          `/people/${work.person.slug}`,
          `/sections/${section.slug}`,
        ].map(path => site + path),
      ),
    )
    expect(feedList()).toEqual(
      expect.arrayContaining(
        ['all.xml', 'kinds/film.json', `sections/${section.slug}.atom`].map(each => `${site}/feeds/${each}`),
      ),
    )
  })

  test('a list tells of its page and feeds, where it was and where it is', async () => {
    const { work } = await live()
    await turnOn('indexnow', 'websub')
    const editor = await makeEditor()
    const made = await createList(editor)
    const id = made.ok ? made.id : ''
    const slug = unique('list')
    const content = {
      slug,
      title: 'The Best',
      standfirst: '',
      isRanked: true,
      topicId: null,
      criticId: null,
      entries: [{ workId: work.id, note: '' }],
    }
    expect(await saveList(editor, { id, version: 1, content })).toMatchObject({ ok: true })
    expect(await db().ping.count()).toBe(0)
    expect(await publishList(editor, { id, version: 2 })).toMatchObject({ ok: true })
    await deliver()
    expect(urlList()).toEqual([`${site}/lists/${slug}`])
    expect(feedList()).toEqual(['xml', 'atom', 'json'].map(format => `${site}/feeds/lists/${slug}.${format}`))
    const moved = `${slug}-again`
    expect(await saveList(editor, { id, version: 2, content: { ...content, slug: moved } })).toMatchObject({ ok: true })
    await deliver()
    expect(urlList()).toEqual([`${site}/lists/${slug}`, `${site}/lists/${moved}`])
    expect(feedList()).toContain(`${site}/feeds/lists/${slug}.xml`)
    expect(feedList()).toContain(`${site}/feeds/lists/${moved}.xml`)
    expect(await takeBackList(editor, { id, version: 3 })).toMatchObject({ ok: true })
    await deliver()
    expect(urlList()).toContain(`${site}/lists/${moved}`)
    // A feed that has ended has no news.
    expect(hub.heard).toHaveLength(2)
  })

  test('a review of a work that is in a list tells of the list’s feed', async () => {
    const { work } = await live()
    const list = await addressed(
      'list',
      await db().list.create({
        data: {
          slug: unique('list'),
          title: 'Listed',
          publishedAt: new Date(),
          entries: { create: { workId: work.id, position: 1 } },
        },
      }),
    )
    await turnOn('websub')
    await live({ workId: work.id })
    await deliver()
    expect(feedList()).toContain(`${site}/feeds/lists/${list.slug}.json`)
  })
})

describe('what moves without a review being published', () => {
  test('is told under both addresses: a person who is called otherwise', async () => {
    const { editor, work } = await live()
    await turnOn('indexnow')
    const { id, slug } = work.person
    const person = await getDeskPerson(editor, id)
    if (!person) throw new Error('The person is not at the desk')
    const content = personContentSchema.parse({ ...person.content, slug: `${slug}-jr` })
    expect(await editPerson(editor, { id, version: person.version, content })).toMatchObject({ ok: true })
    await deliver()
    expect(urlList()).toEqual(expect.arrayContaining([`${site}/people/${slug}`, `${site}/people/${slug}-jr`]))
  })

  test('is told under both addresses: two works that are one', async () => {
    const [from, into] = [await live(), await live()]
    await turnOn('indexnow')
    const which = { noun: 'work', fromId: from.work.id, intoId: into.work.id } as const
    const planned = await planMerge(db(), which)
    if (!planned || !('plan' in planned)) throw new Error('The works cannot be merged')
    const merged = await mergeRecords(from.editor, { ...which, seen: fingerprint(planned.plan.changes) })
    expect(merged).toMatchObject({ ok: true })
    await deliver()
    expect(urlList()).toEqual(expect.arrayContaining([from.work, into.work].map(({ slug }) => `${site}/works/${slug}`)))
    expect(urlList()).toContain(`${site}/reviews/${from.content.slug}`)
  })
})
