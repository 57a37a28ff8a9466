import pg from 'pg'

// An archive that nobody wrote, by SQL: who made what is spread as it is in life (a few people, works, words and topics are everywhere,
// most are hardly anywhere), the years run from 1990 to 2026, and a review has some 300 to 1,200 words in paragraphs, of which one in
// five reviews hides some as a spoiler. The same seed makes the same archive.

/** Fills an empty, migrated database with `reviews` reviews. */
export async function makeArchive(url: string, reviews: number, say: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Triggers and foreign keys would look at each row; what they keep is made whole below, by their own functions.
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB';
      SET maintenance_work_mem = '512MB'; SELECT setseed(0.42)`)
    for (const [name, sql] of steps(reviews)) {
      const began = performance.now()
      await client.query(sql)
      say(`  ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
    }
    await index(client, reviews, say)
    await client.query('VACUUM (ANALYZE)')
    await client.query('CHECKPOINT')
  } finally {
    await client.end()
  }
}

/** The search's own tables, by its own function; the large indexes are made when the rows are there. */
async function index(client: pg.Client, reviews: number, say: (line: string) => void): Promise<void> {
  const began = performance.now()
  await client.query('SET session_replication_role = origin; ANALYZE')
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(
    `SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ('search_document', 'search_text') AND indexdef LIKE '%USING gin%'`,
  )
  for (const { indexname } of rows) await client.query(`DROP INDEX ${pg.escapeIdentifier(indexname)}`)
  for (let from = 0; from < reviews; from += 5_000) {
    await client.query(
      `SELECT refresh_search(ARRAY(SELECT review_id FROM publication WHERE is_current ORDER BY published_at OFFSET $1 LIMIT 5000))`,
      [from],
    )
  }
  for (const { indexdef } of rows) await client.query(indexdef)
  // The names are counted from the documents, and planned for what is known of those.
  await client.query('ANALYZE search_document, search_text')
  for (const noun of ['work', 'person', 'critic', 'topic', 'section', 'work_series'])
    for (let more = true, from = 0; more; from += 5_000) {
      const { rows: batch } = await client.query<{ ids: string[] | null }>(
        `SELECT array_agg(id) AS ids FROM (SELECT id FROM ${noun} ORDER BY id OFFSET $1 LIMIT 5000) AS batch`,
        [from],
      )
      more = batch[0]?.ids?.length === 5_000
      if (batch[0]?.ids) await client.query('SELECT refresh_search_names($1)', [batch[0].ids])
    }
  say(`  search index: ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

const words = 20_000
const paragraphs = 20_000
const critics = 60
const topics = 300

/** What is made in which order. A rank drawn as `floor(n * random() ^ k)` is the more unequal the larger k is. */
function steps(reviews: number): [name: string, sql: string][] {
  const works = Math.round(reviews * 0.7)
  const people = Math.round(reviews * 0.4) + 100
  const zipf = (n: number) => `floor(exp(random() * ln(${n})))::int`
  const kinds = `(ARRAY['film','film','film','film','album','album','book','book','series','game','play','podcast','exhibition'])`
  const genres = `(ARRAY['Drama','Comedy','Romance','Thriller','Science fiction','Horror','Documentary','Fantasy','Crime','Adventure','Rock','Pop','Jazz','Folk','Electronic','Literary fiction','Biography','History','Animation','Musical','War','Western','Mystery','Family','Poetry','Essays','Strategy','Puzzle','Role-playing','Simulation'])`
  const countries = `(ARRAY['US','GB','FR','JP','KR','DE','IT','ES','CA','IN','HK','SE','DK','IE','MX','BR','AR','IR','CN','AU','NZ','PL','RO','TR','BE','NL','NO','FI','PT','ZA','NG','EG','IS','CZ','HU','GR','CL','CO','TW','TH'])`
  return [
    [
      'words',
      `CREATE TABLE bench_word AS SELECT i AS rank, string_agg(part, '' ORDER BY n) AS word FROM (
         SELECT i, n, (ARRAY['ba','ce','di','fo','gu','ha','le','mi','no','pu','ra','se','ti','vo','wy','an','el','in','or','ust','ing','ent','al','ish','er','ed','ow','ay','igh','oon'])[
           1 + floor(random() * 30)::int] AS part FROM generate_series(1, ${words * 2}) i, generate_series(1, 2 + (i % 3)) n) parts
         GROUP BY i;
       DELETE FROM bench_word a USING bench_word b WHERE a.word = b.word AND a.rank > b.rank;
       CREATE TABLE bench_words AS SELECT row_number() OVER (ORDER BY rank)::int AS rank, word FROM bench_word LIMIT ${words};
       CREATE UNIQUE INDEX ON bench_words (rank); ANALYZE bench_words`,
    ],
    [
      'paragraphs',
      `CREATE TABLE bench_paragraph AS SELECT i AS rank, initcap(left(text, 1)) || substr(text, 2) || '.' AS text FROM (
         SELECT i, string_agg(w.word || CASE WHEN n % 17 = 0 THEN '.' WHEN n % 7 = 0 THEN ',' ELSE '' END, ' ' ORDER BY n) AS text FROM (
           SELECT i, n, ${zipf(words)} AS rank FROM generate_series(1, ${paragraphs}) i, generate_series(1, 60 + i % 70) n) drawn
         JOIN bench_words w USING (rank) GROUP BY i) made;
       CREATE UNIQUE INDEX ON bench_paragraph (rank); ANALYZE bench_paragraph`,
    ],
    [
      'sections, critics, topics, people',
      `INSERT INTO section (id, slug, name, position) SELECT gen_random_uuid(), 'section-' || i, 'Section ' || i, i FROM generate_series(1, 8) i;
       INSERT INTO critic (id, slug, name) SELECT gen_random_uuid(), 'critic-' || i, initcap(a.word || ' ' || b.word)
         FROM generate_series(1, ${critics}) i JOIN bench_words a ON a.rank = 3000 + i JOIN bench_words b ON b.rank = 5000 + i;
       INSERT INTO topic (id, slug, name) SELECT gen_random_uuid(), 'topic-' || i, initcap(a.word) FROM generate_series(1, ${topics}) i
         JOIN bench_words a ON a.rank = 200 + i;
       CREATE TABLE bench_person AS SELECT i AS rank, gen_random_uuid() AS id, initcap(a.word || ' ' || b.word) AS name FROM (
         SELECT i, 1 + ${zipf(500)} AS first, 1000 + floor(9000 * random() ^ 1.5)::int AS last FROM generate_series(1, ${people}) i) drawn
         JOIN bench_words a ON a.rank = first JOIN bench_words b ON b.rank = last;
       CREATE UNIQUE INDEX ON bench_person (rank);
       INSERT INTO person (id, slug, name, sort_name) SELECT id, 'person-' || rank, name, split_part(name, ' ', 2) || ', ' || split_part(name, ' ', 1)
         FROM bench_person`,
    ],
    [
      'works',
      `CREATE TABLE bench_work AS SELECT i AS rank, gen_random_uuid() AS id, k.kind, string_agg(initcap(w.word), ' ' ORDER BY n) AS title,
           (2026 - floor(100 * random() ^ 2.5))::int AS release_year, random() AS dice, floor(40 * random() ^ 2)::int AS place, floor(30 * random() ^ 1.5)::int AS genre
         FROM (SELECT i, n, floor(20 + 9000 * random() ^ 2)::int AS rank FROM generate_series(1, ${works}) i, generate_series(1, 1 + i % 4) n) drawn
         JOIN bench_words w USING (rank) JOIN LATERAL (SELECT ${kinds}[1 + i % 13] AS kind) k ON true GROUP BY i, k.kind;
       CREATE UNIQUE INDEX ON bench_work (rank);
       INSERT INTO work (id, slug, kind, title, sort_title, release_year, country, genres, summary)
         SELECT id, 'work-' || rank, kind::"WorkKind", title, lower(title), release_year, ${countries}[1 + place],
           ARRAY(SELECT DISTINCT ${genres}[1 + (genre + n * (rank % 7)) % 30] FROM generate_series(0, 1 + rank % 2) n), '' FROM bench_work;
       INSERT INTO work (id, slug, kind, title, sort_title, release_year, country, genres, summary, parent_id, number)
         SELECT gen_random_uuid(), w.slug || '-season-' || n, 'season', 'Season ' || n, 'season ' || n, least(2026, w.release_year + n), w.country, w.genres, '', w.id, n
         FROM work w, generate_series(1, 4) n WHERE w.kind = 'series' AND hashtext(w.slug) % 2 = 0;
       INSERT INTO credit (id, work_id, person_id, role, character, position)
         SELECT gen_random_uuid(), w.id, p.id, (ARRAY['director','writer','actor','actor','actor','actor','composer','producer'])[n]::"CreditRole",
           CASE WHEN n BETWEEN 3 AND 6 THEN initcap(c.word) END, n
         FROM (SELECT w.rank, n, floor(1 + ${people - 1} * random() ^ 1.35)::int AS who, 1 + floor(9999 * random())::int AS whom
           FROM bench_work w, generate_series(1, 8) n) drawn
         JOIN bench_work w USING (rank) JOIN bench_person p ON p.rank = who JOIN bench_words c ON c.rank = whom;
       INSERT INTO work_series (id, slug, name, sort_name) SELECT gen_random_uuid(), 'series-' || i, initcap(a.word) || ' Cycle', a.word
         FROM generate_series(1, ${Math.max(3, Math.round(works / 400))}) i JOIN bench_words a ON a.rank = 100 + i;
       INSERT INTO series_entry (series_id, work_id, position) SELECT s.id, w.id, n FROM (SELECT id, row_number() OVER (ORDER BY slug) AS i FROM work_series) s,
         generate_series(1, 9) n JOIN bench_work w ON true WHERE w.rank = (s.i * 37 + n * 11) % ${works} + 1`,
    ],
    [
      'pictures',
      `INSERT INTO media (id, name, state, width, height, widths, alt) SELECT gen_random_uuid(), 'bench-' || i, 'ready', 1600, 900, '{400,800,1600}', 'A picture'
         FROM generate_series(1, 500) i`,
    ],
    [
      'reviews',
      `CREATE TABLE bench_review AS SELECT i, gen_random_uuid() AS review_id, gen_random_uuid() AS id,
           timestamptz '1990-01-01' + (36.8 * (i / ${reviews}::float) ^ 0.7 * interval '1 year') + random() * interval '20 hours' AS published_at,
           CASE WHEN random() > 0.05 THEN least(10, greatest(0, round(6.3 + 2.1 * (random() + random() + random() - 1.5) * 1.6)))::int END AS value,
           1 + floor((SELECT count(*) FROM bench_work) * random() ^ 1.2)::int AS work, random() AS dice, 4 + floor(8 * random())::int AS length,
           1 + floor(8 * random() ^ 1.5)::int AS section, 1 + floor(${words - 1} * random())::int AS headline
         FROM generate_series(1, ${reviews}) i;
       CREATE TABLE bench_text AS SELECT i, string_agg(p.text, E'\\n' ORDER BY n) AS text, jsonb_agg(jsonb_build_object('type', 'paragraph', 'content',
           jsonb_build_array(jsonb_build_object('type', 'text', 'text', p.text))) ORDER BY n) AS content
         FROM (SELECT i, n, 1 + floor(${paragraphs} * random())::int AS rank FROM bench_review, generate_series(1, length) n) drawn
         JOIN bench_paragraph p USING (rank) GROUP BY i;
       CREATE UNIQUE INDEX ON bench_text (i);
       INSERT INTO publication (id, review_id, number, published_at, modified_at, year, month, slug, kind, title, standfirst, body, plain_text, word_count,
           verdict, seen, spoilers, credits, work_id, section_id, rating, score, image_id, image_alt, image_caption, image_credit, search_title, search_description)
         SELECT r.id, r.review_id, 1, r.published_at, r.published_at, extract(year FROM r.published_at), extract(month FROM r.published_at), 'review-' || r.i,
           'full', initcap(h.word || ' ' || split_part(t.text, ' ', 2) || ' ' || split_part(t.text, ' ', 3)), left(t.text, 150),
           jsonb_build_object('type', 'doc', 'content', t.content || CASE WHEN r.dice < 0.2 THEN
             '[{"type": "spoiler", "attrs": {"label": "The end"}, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "xyzzy dies"}]}]}]'::jsonb ELSE '[]' END),
           t.text, array_length(string_to_array(t.text, ' '), 1), left(t.text, 90), '', 'none', '', w.id, s.id,
           CASE WHEN r.value IS NOT NULL THEN jsonb_build_object('value', r.value / 2.0,
             'unit', '{"glyph": "star", "singular": "star", "plural": "stars"}'::jsonb,
             'scale', '{"key": "five", "name": "Five", "kind": "numeric", "min": 0, "max": 5, "step": 0.5, "labels": [], "version": 1}'::jsonb) END,
           r.value * 10, CASE WHEN r.dice > 0.4 THEN m.id END, 'A picture', '', '', '', ''
         FROM bench_review r JOIN bench_text t USING (i) JOIN bench_words h ON h.rank = r.headline JOIN bench_work w ON w.rank = r.work
         JOIN (SELECT id, row_number() OVER (ORDER BY slug) AS n FROM section) s ON s.n = r.section
         JOIN (SELECT id, row_number() OVER (ORDER BY name) AS n FROM media) m ON m.n = 1 + r.i % 500;
       INSERT INTO review (id, slug, title, body, work_id, section_id, version, published_version, published_at)
         SELECT review_id, slug, title, body, work_id, section_id, 1, 1, published_at FROM publication;
       INSERT INTO publication_critic (publication_id, critic_id, position) SELECT r.id, c.id, 1 FROM
         (SELECT id, 1 + floor(${critics} * random() ^ 1.6)::int AS n FROM bench_review) r JOIN (SELECT id, row_number() OVER (ORDER BY slug) AS n FROM critic) c USING (n);
       INSERT INTO publication_topic (publication_id, topic_id) SELECT DISTINCT r.id, t.id FROM
         (SELECT id, 1 + floor(${topics} * random() ^ 1.8)::int AS n FROM bench_review, generate_series(1, 3)) r
         JOIN (SELECT id, row_number() OVER (ORDER BY slug) AS n FROM topic) t USING (n)`,
    ],
    [
      'standings and addresses',
      `INSERT INTO standing (work_id, publication_id, kind, release_year, genres, score, published_at)
         SELECT DISTINCT ON (w.id) w.id, p.id, w.kind, w.release_year, w.genres, p.score, p.published_at FROM publication p JOIN work w ON w.id = p.work_id
         WHERE p.is_current AND p.score IS NOT NULL ORDER BY w.id, p.published_at DESC, p.id DESC;
       INSERT INTO address (path, state, kind, subject_id)
         SELECT '/reviews/' || slug, 'live'::"AddressState", 'review'::"AddressKind", review_id FROM publication
         UNION ALL SELECT '/works/' || slug, 'live', 'work', id FROM work WHERE id IN (SELECT work_id FROM publication)
         UNION ALL SELECT '/people/' || slug, 'live', 'person', id FROM person WHERE id IN (SELECT c.person_id FROM credit c JOIN publication p USING (work_id))
         UNION ALL SELECT '/critics/' || slug, 'live', 'critic', id FROM critic UNION ALL SELECT '/sections/' || slug, 'live', 'section', id FROM section
         UNION ALL SELECT '/topics/' || slug, 'live', 'topic', id FROM topic UNION ALL SELECT '/series/' || slug, 'live', 'series', id FROM work_series;
       DROP TABLE bench_word, bench_person, bench_work, bench_review, bench_text, bench_paragraph`,
    ],
  ]
}
