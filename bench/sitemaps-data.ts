import pg from 'pg'

/**
 * Fills an empty, migrated database with a million live addresses: 400,000 reviews, 200,000 works, 400,000 people, as far as sitemaps
 * read them. Six reviews in ten have a picture, 2,000 are of the last two days, 1,000 have a translation.
 */
export async function makeAddresses(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Triggers and foreign keys would look at each row.
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SELECT setseed(0.42)`)
    for (const sql of steps) await client.query(sql)
    await client.query('VACUUM (ANALYZE)')
    await client.query('CHECKPOINT')
  } finally {
    await client.end()
  }
}

const steps = [
  `INSERT INTO media (id, name, state, width, height, widths, alt)
     SELECT gen_random_uuid(), 'bench-' || i, 'ready', 1600, 900, '{400,800,1200}', 'A picture' FROM generate_series(1, 500) i`,
  `INSERT INTO section (id, slug, name, position) VALUES (gen_random_uuid(), 'film', 'Film', 1)`,
  `INSERT INTO work (id, slug, kind, title, sort_title, image_id)
     SELECT gen_random_uuid(), 'a-work-with-a-title-' || i, 'film', 'A work with a title', 'a work with a title',
       CASE WHEN i % 4 = 0 THEN (SELECT id FROM media WHERE name = 'bench-' || (1 + i % 500)) END FROM generate_series(1, 200000) i`,
  `CREATE TABLE bench_review AS SELECT i, gen_random_uuid() AS id, 'what-a-critic-called-a-review-' || i AS slug,
     CASE WHEN i > 398000 THEN now() - random() * interval '47 hours' ELSE now() - interval '3 days' - (400000 - i) * interval '40 minutes' END AS at
     FROM generate_series(1, 400000) i; CREATE UNIQUE INDEX ON bench_review (i)`,
  `INSERT INTO publication (id, review_id, number, published_at, modified_at, year, month, slug, kind, title, standfirst, body, plain_text, word_count,
       verdict, seen, spoilers, credits, work_id, section_id, image_id, image_alt, image_caption, image_credit, search_title, search_description,
       language, translation_of_id)
     SELECT gen_random_uuid(), r.id, 1, r.at, r.at, extract(year FROM r.at), extract(month FROM r.at), r.slug, 'full', 'What a critic called a review', '',
       '{"type": "doc", "content": []}', repeat('word ', 60), 60, 'A verdict.', '', 'none', '', w.id, s.id, m.id, CASE WHEN m.id IS NULL THEN '' ELSE 'A picture' END,
       '', '', '', '', CASE WHEN r.i <= 1000 THEN 'de' END, o.id
     FROM bench_review r CROSS JOIN section s JOIN (SELECT id, row_number() OVER (ORDER BY slug) AS n FROM work) w ON w.n = 1 + r.i % 200000
     LEFT JOIN (SELECT id, row_number() OVER (ORDER BY name) AS n FROM media) m ON m.n = 1 + r.i % 500 AND r.i % 10 < 6
     LEFT JOIN bench_review o ON r.i <= 1000 AND o.i = r.i + 1000`,
  `INSERT INTO review (id, slug, title, body, work_id, section_id, version, published_version, published_at)
     SELECT review_id, slug, title, body, work_id, section_id, 1, 1, published_at FROM publication`,
  `INSERT INTO address (path, state, kind, subject_id, changed_at, shown_at)
     SELECT '/reviews/' || slug, 'live'::"AddressState", 'review'::"AddressKind", id, at, at FROM bench_review
     UNION ALL SELECT '/works/' || slug, 'live', 'work', id, now() - random() * interval '20 years', now() - random() * interval '1 year' FROM work
     UNION ALL SELECT '/people/somebody-with-a-name-' || i, 'live', 'person', gen_random_uuid(), now() - random() * interval '20 years',
       CASE WHEN i % 3 > 0 THEN now() - random() * interval '1 year' END FROM generate_series(1, 400000) i`,
  `INSERT INTO content_event (kind, tags) VALUES ('bench', '{}'); DROP TABLE bench_review`,
]
