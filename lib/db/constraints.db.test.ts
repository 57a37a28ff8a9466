import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { testDatabase } from './testing.ts'

// Each rule that the database itself holds, tried with what it must refuse, and beside it what it must let through.

const { pool } = await testDatabase()
const id = () => randomUUID()

async function refused(sql: string, values: unknown[] = []): Promise<string> {
  try {
    await pool.query(sql, values)
  } catch (error) {
    return error instanceof Error ? `${Reflect.get(error, 'constraint') ?? ''} ${error.message}` : String(error)
  }
  return 'accepted'
}

async function work(overrides: Record<string, unknown> = {}): Promise<string> {
  const row = { id: id(), slug: `work-${id()}`, kind: 'film', title: 'Her', sort_title: 'her', ...overrides }
  await insert('work', row)
  return row.id
}

async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row)
  const places = columns.map((_, index) => `$${index + 1}`)
  await pool.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`, Object.values(row))
}

async function review(overrides: Record<string, unknown> = {}): Promise<string> {
  const row = { id: id(), slug: `review-${id()}`, body: '{}', ...overrides }
  await insert('review', row)
  return row.id
}

async function publication(reviewId: string, overrides: Record<string, unknown> = {}): Promise<string> {
  const [workId, sectionId] = [await work(), id()]
  await insert('section', { id: sectionId, slug: `section-${sectionId}`, name: 'Film', position: 1 })
  const at = '2014-02-14T08:00:00Z'
  const words = {
    standfirst: '',
    plain_text: '',
    verdict: '',
    seen: '',
    credits: '',
    image_alt: '',
    image_caption: '',
    image_credit: '',
    search_title: '',
    search_description: '',
  }
  const row = {
    id: id(),
    review_id: reviewId,
    number: 1,
    published_at: at,
    modified_at: at,
    year: 2014,
    slug: `slug-${id()}`,
    kind: 'full',
    title: 'A',
    body: '{}',
    word_count: 1,
    spoilers: 'none',
    work_id: workId,
    section_id: sectionId,
    ...words,
    ...overrides,
  }
  await insert('publication', row)
  return row.id
}

describe('works', () => {
  test.each([
    ['a month without a year', { release_month: 3 }],
    ['a day without a month', { release_year: 2013, release_day: 3 }],
    ['30 February', { release_year: 2013, release_month: 2, release_day: 30 }],
    ['29 February of a common year', { release_year: 2013, release_month: 2, release_day: 29 }],
    ['a thirteenth month', { release_year: 2013, release_month: 13 }],
  ])('a release date cannot be %s', async (_, date) => {
    await expect(work(date)).rejects.toThrow(/work_release_precision/)
  })

  test('a release date can be a year, a month or a day, 29 February of a leap year too', async () => {
    for (const date of [
      {},
      { release_year: 2013 },
      { release_year: 2013, release_month: 12 },
      { release_year: 2012, release_month: 2, release_day: 29 },
    ]) {
      await work(date)
    }
  })

  test('a season needs its series, and nothing is part of itself', async () => {
    await expect(work({ kind: 'season' })).rejects.toThrow(/work_parts/)
    const series = await work({ kind: 'series' })
    const season = await work({ kind: 'season', parent_id: series, number: 1 })
    const episode = await work({ kind: 'episode', parent_id: season, number: 1 })
    expect(await refused('UPDATE work SET parent_id = id WHERE id = $1', [series])).toMatch(/work_parent_cycle/)
    expect(await refused('UPDATE work SET parent_id = $2 WHERE id = $1', [series, episode])).toMatch(
      /work_parent_cycle/,
    )
    await expect(work({ kind: 'season', parent_id: episode, number: 2 })).rejects.toThrow(/no part/)
    await expect(work({ kind: 'track', parent_id: series })).rejects.toThrow(/no part/)
    await work({ kind: 'track', parent_id: await work({ kind: 'album' }), number: 1 })
  })

  test('the check digit of an edition’s ISBN is right', async () => {
    const book = await work({ kind: 'book' })
    const edition = (isbn: string, position: number) =>
      insert('edition', { id: id(), work_id: book, name: 'First printing', position, isbn })
    await edition('9781635575637', 1)
    await expect(edition('9781635575638', 2)).rejects.toThrow(/edition_form/)
    await expect(edition('1635575637', 3)).rejects.toThrow(/edition_form/)
  })

  test('a correction stays as it was said, and says something', async () => {
    const [reviewId, correctionId] = [await review(), id()]
    await insert('correction', { id: correctionId, review_id: reviewId, text: 'The actor’s name is Johansson.' })
    expect(await refused('UPDATE correction SET text = $2 WHERE id = $1', [correctionId, 'Other'])).toMatch(
      /append-only/,
    )
    await expect(insert('correction', { id: id(), review_id: reviewId, text: ' ' })).rejects.toThrow(/text_present/)
  })

  test.each(['Her', 'her-', '-her', 'her--2013', 'hér', 'her/2013', ''])('“%s” is no slug', async slug => {
    await expect(work({ slug })).rejects.toThrow(/work_slug_form/)
  })

  test('two works cannot have one slug', async () => {
    const slug = `twice-${id()}`
    await work({ slug })
    await expect(work({ slug })).rejects.toThrow(/unique/)
  })

  test('external ids have the form of their scheme and one owner', async () => {
    const workId = await work()
    const add = (scheme: string, value: string, personId: string | null = null) =>
      insert('external_id', { id: id(), work_id: workId, person_id: personId, scheme, value })
    await add('imdb', 'tt1798709')
    await expect(add('imdb', 'her')).rejects.toThrow(/external_id_form/)
    await expect(add('isbn', '123')).rejects.toThrow(/external_id_form/)
    await expect(add('wikidata', 'Q0')).rejects.toThrow(/external_id_form/)
    await expect(insert('external_id', { id: id(), scheme: 'tmdb', value: '1' })).rejects.toThrow(/external_id_subject/)
  })
})

describe('scales', () => {
  const scaleId = id()
  const version = (row: Record<string, unknown>) =>
    insert('rating_scale_version', {
      id: id(),
      scale_id: scaleId,
      version: 1,
      kind: 'numeric',
      min: 0,
      max: 5,
      step: 0.5,
      ...row,
    })

  test('make sense, and never change', async () => {
    await insert('rating_scale', { id: scaleId, key: 'five', name: 'Five' })
    await expect(version({ min: 5, max: 5 })).rejects.toThrow(/rating_scale_version_range/)
    await expect(version({ step: 0.3 })).rejects.toThrow(/rating_scale_version_range/)
    await expect(version({ kind: 'letter' })).rejects.toThrow(/rating_scale_version_range/)
    await expect(version({ unit_singular: 'star' })).rejects.toThrow(/rating_scale_version_range/)
    await version({})
    expect(await refused('UPDATE rating_scale_version SET max = 10')).toMatch(/append-only/)
  })

  test('a review can only have a value that its scale has', async () => {
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM rating_scale_version LIMIT 1')
    const scale = rows[0]?.id
    for (const value of [5.5, -0.5, 4.3]) {
      await expect(review({ scale_version_id: scale, rating_value: value })).rejects.toThrow(/not on its scale/)
    }
    await expect(review({ rating_value: 4 })).rejects.toThrow(/not on its scale/)
    await review({ scale_version_id: scale, rating_value: 4.5 })
    await review({ scale_version_id: scale, rating_value: 0 })
  })
})

describe('publications', () => {
  test('never change, except that one ends', async () => {
    const publicationId = await publication(await review())
    expect(await refused("UPDATE publication SET title = 'B' WHERE id = $1", [publicationId])).toMatch(/never changes/)
    expect(await refused('UPDATE publication SET is_current = false WHERE id = $1', [publicationId])).toBe('accepted')
    expect(await refused('UPDATE publication SET is_current = true WHERE id = $1', [publicationId])).toMatch(
      /never changes/,
    )
  })

  test('one is current per review, and per address', async () => {
    const reviewId = await review()
    await publication(reviewId, { slug: 'the-same' })
    await expect(publication(reviewId, { number: 2 })).rejects.toThrow(/publication_one_current/)
    await publication(reviewId, { number: 3, is_current: false })
    await expect(publication(await review(), { slug: 'the-same' })).rejects.toThrow(/publication_current_slug/)
  })

  test('a score goes with a rating, and unrated is neither', async () => {
    await expect(publication(await review(), { score: 0 })).rejects.toThrow(/publication_complete/)
    await expect(publication(await review(), { rating: '{}' })).rejects.toThrow(/publication_complete/)
    await publication(await review(), { rating: '{}', score: 0 })
  })

  test('cannot be modified before it was published', async () => {
    await expect(publication(await review(), { modified_at: '2014-02-13T08:00:00Z' })).rejects.toThrow(
      /publication_complete/,
    )
  })
})

describe('addresses', () => {
  const address = (row: Record<string, unknown>) => insert('address', { kind: 'review', state: 'live', ...row })

  test('moved ones lead somewhere that is there, in one hop', async () => {
    await address({ path: '/reviews/new' })
    await address({ path: '/reviews/old', state: 'moved', target: '/reviews/new' })
    await expect(address({ path: '/reviews/older', state: 'moved', target: '/reviews/old' })).rejects.toThrow(
      /would be a chain/,
    )
    await expect(address({ path: '/reviews/lost', state: 'moved', target: '/reviews/nowhere' })).rejects.toThrow(
      /foreign key/,
    )
    await expect(address({ path: '/reviews/self', state: 'moved', target: '/reviews/self' })).rejects.toThrow(
      /address_form/,
    )
    await expect(address({ path: '/reviews/live', target: '/reviews/new' })).rejects.toThrow(/address_form/)
  })

  test.each(['reviews/her', '/Reviews/her', '/reviews/her/', '//her', '/reviews/hér'])(
    '%s is no address',
    async path => {
      await expect(address({ path })).rejects.toThrow(/address_form/)
    },
  )
})

describe('records', () => {
  test('the audit is append-only', async () => {
    await insert('audit_entry', { action: 'review.publish' })
    expect(await refused("UPDATE audit_entry SET action = 'x'")).toMatch(/append-only/)
    expect(await refused('DELETE FROM audit_entry')).toMatch(/append-only/)
    expect(await refused('TRUNCATE audit_entry')).toMatch(/append-only/)
  })

  test('revisions keep what they kept', async () => {
    await insert('revision', {
      id: id(),
      review_id: await review(),
      version: 1,
      reason: 'saved',
      content: '{"title":"A"}',
    })
    expect(await refused(`UPDATE revision SET content = '{}'`)).toMatch(/append-only/)
  })

  test('an event tells everyone who listens, at commit', async () => {
    const client = await pool.connect()
    const heard: (string | undefined)[] = []
    client.on('notification', message => heard.push(message.payload))
    await client.query('LISTEN content_event')
    const { rows } = await pool.query<{ id: string }>(
      "INSERT INTO content_event (kind, tags) VALUES ('test', '{home}') RETURNING id::text",
    )
    await client.query('SELECT 1')
    client.release()
    expect(heard).toEqual([rows[0]?.id])
  })

  test('accounts are kept under a lower-case address', async () => {
    const user = (email: string) => insert('app_user', { id: id(), email, name: 'Ada', role: 'critic' })
    await expect(user('Ada@example.org')).rejects.toThrow(/app_user_email_form/)
    await expect(user('ada')).rejects.toThrow(/app_user_email_form/)
    await user('ada@example.org')
  })
})
