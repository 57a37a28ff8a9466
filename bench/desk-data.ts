import pg from 'pg'

// What two hundred people have to do at a desk, over a generated archive (archive-data.ts): drafts in every step, with somebody and a day,
// notes, notices, times, a log. The same seed makes the same desk.

const people = 200
const drafts = 4_000

/** Gives an archive its house: accounts, bylines, and what is under way. */
export async function makeDesk(url: string, say: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SELECT setseed(0.43)`)
    for (const [name, sql] of steps) {
      const began = performance.now()
      await client.query(sql)
      say(`  ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
    }
    await client.query('VACUUM (ANALYZE)')
    await client.query('CHECKPOINT')
  } finally {
    await client.end()
  }
}

const person = (which: string) => `(SELECT id FROM bench_user WHERE n = ${which})`
const anybody = person(`1 + floor(${people} * random())::int`)

const steps: [name: string, sql: string][] = [
  [
    'people',
    `INSERT INTO app_user (id, email, name, role, time_zone) SELECT gen_random_uuid(), 'person-' || i || '@example.org', 'Person ' || i,
         (CASE WHEN i <= 2 THEN 'owner' WHEN i <= 20 THEN 'editor' WHEN i <= 150 THEN 'critic' ELSE 'contributor' END)::"Role", 'Europe/London'
       FROM generate_series(1, ${people}) i;
     CREATE TABLE bench_user AS SELECT id, row_number() OVER (ORDER BY length(email), email)::int AS n FROM app_user;
     CREATE UNIQUE INDEX ON bench_user (n); ANALYZE bench_user;
     UPDATE critic SET user_id = u.id FROM bench_user u WHERE u.n = 20 + split_part(critic.slug, '-', 2)::int`,
  ],
  [
    'bylines',
    `INSERT INTO review_critic (review_id, critic_id, position) SELECT p.review_id, c.critic_id, c.position FROM publication_critic c JOIN publication p ON p.id = c.publication_id
       ON CONFLICT DO NOTHING;
     UPDATE review SET created_by_id = critic.user_id, created_at = published_at, updated_at = published_at FROM review_critic b JOIN critic ON critic.id = b.critic_id
       WHERE b.review_id = review.id;
     UPDATE review SET version = 2 WHERE hashtext(slug) % 100 = 1;
     UPDATE review SET retracted_at = published_at + interval '1 day' WHERE hashtext(slug) % 300 = 7;
     UPDATE publication SET is_current = false FROM review WHERE review.id = review_id AND review.retracted_at IS NOT NULL`,
  ],
  [
    'drafts',
    `INSERT INTO review (id, slug, title, body, verdict, work_id, section_id, step_id, assignee_id, due_on, priority, created_by_id, created_at, updated_at)
       SELECT gen_random_uuid(), 'draft-' || i, 'Draft ' || r.title, r.body, 'So it is.', r.work_id, r.section_id, s.id,
         CASE WHEN i % 4 > 0 THEN ${person(`1 + i % ${people}`)} END, CASE WHEN i % 3 > 0 THEN current_date + (i % 60) - 10 END,
         (ARRAY['low', 'normal', 'normal', 'high'])[1 + i % 4]::"Priority", ${person(`1 + (i * 7) % ${people}`)}, now() - i * interval '9 minutes', now() - i * interval '7 minutes'
       FROM (SELECT *, row_number() OVER (ORDER BY id)::int AS i FROM review LIMIT ${drafts}) r
       JOIN (SELECT id, row_number() OVER (ORDER BY position) AS n, count(*) OVER () AS all FROM workflow_step) s ON s.n = 1 + (i * i) % s.all;
     INSERT INTO review_critic (review_id, critic_id, position) SELECT r.id, c.id, 1 FROM review r JOIN critic c ON c.user_id = r.created_by_id WHERE r.published_at IS NULL;
     UPDATE review SET trashed_at = now(), trashed_by_id = created_by_id WHERE published_at IS NULL AND hashtext(slug) % 20 = 3`,
  ],
  [
    'times and notes',
    `INSERT INTO schedule (id, review_id, verb, wall, zone, at, by_id) SELECT gen_random_uuid(), id, 'publish', to_char(now() + n * interval '3 hours', 'YYYY-MM-DD"T"HH24:MI'), 'UTC',
         date_trunc('minute', now() + n * interval '3 hours'), created_by_id
       FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM review WHERE published_at IS NULL AND trashed_at IS NULL LIMIT 300) r;
     INSERT INTO note (id, review_id, kind, state, author_id) SELECT gen_random_uuid(), id, 'comment', 'open', ${anybody}
       FROM review, generate_series(1, 3) WHERE published_at IS NULL`,
  ],
  [
    'notices, mails, pings',
    `INSERT INTO notice (id, user_id, kind, review_id, words, path, at, read_at)
       SELECT gen_random_uuid(), u.id, 'published', r.id, 'Something happened', '/desk', r.published_at, CASE WHEN r.i % 50 > 0 THEN r.published_at END
       FROM (SELECT *, row_number() OVER (ORDER BY published_at DESC)::int AS i FROM review WHERE published_at IS NOT NULL) r JOIN bench_user u ON u.n = 1 + r.i % ${people};
     INSERT INTO mail (id, "to", subject, text, state, written_at, sent_at) SELECT gen_random_uuid(), 'person-' || (1 + i % ${people}) || '@example.org', 'Subject ' || i, 'Text', 'sent', now() - i * interval '11 minutes', now() - i * interval '11 minutes'
       FROM generate_series(1, 20000) i;
     INSERT INTO ping (id, service, event_id, cause, urls, host, state, created_at, finished_at) SELECT gen_random_uuid(), 'indexnow', -i, 'review.publish', '{https://example.org/reviews/a}', 'api.indexnow.org',
         'sent', now() - i * interval '6 minutes', now() - i * interval '6 minutes' FROM generate_series(1, 20000) i`,
  ],
  [
    'log, lists, pictures',
    `INSERT INTO audit_entry (at, actor_id, action, subject) SELECT now() - i * interval '2 minutes', ${person(`1 + i % ${people}`)},
         (ARRAY['review.publish', 'review.save', 'work.edit', 'sign-in'])[1 + i % 4], r.id::text
       FROM generate_series(1, 300000) i JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM review) r ON r.n = 1 + i % 100000;
     INSERT INTO list (id, slug, title, created_by_id, published_at) SELECT gen_random_uuid(), 'list-' || i, 'List ' || i, ${person(`1 + i % ${people}`)}, CASE WHEN i % 3 > 0 THEN now() - i * interval '1 day' END
       FROM generate_series(1, 400) i;
     INSERT INTO media (id, name, state, title, width, height, widths, alt, uploaded_by_id, created_at)
       SELECT gen_random_uuid(), 'desk-' || i, 'ready', 'still-' || i || '.jpg', 1600, 900, '{400,800,1600}', 'A picture of something ' || i, ${person(`1 + i % ${people}`)}, now() - i * interval '1 hour'
       FROM generate_series(1, 20000) i;
     DROP TABLE bench_user`,
  ],
]
