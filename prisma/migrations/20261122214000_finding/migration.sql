-- What readers find things by: see prisma/schema/search.prisma. Both extensions are trusted: whoever may create in the database may add them.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- CreateTable
CREATE TABLE "search_document" (
    "review_id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "publication_id" UUID NOT NULL,
    "work_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "score" DECIMAL(5,2) NOT NULL,
    "sort_title" TEXT NOT NULL,
    "facets" INTEGER[],
    "names" tsvector NOT NULL,
    "heading" tsvector NOT NULL,
    "everything" tsvector NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("review_id")
);

-- CreateTable
CREATE TABLE "search_facet" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "search_facet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_facet_bits" (
    "facet_id" INTEGER NOT NULL,
    "chunk" INTEGER NOT NULL,
    "bits" bit(8192) NOT NULL,

    CONSTRAINT "search_facet_bits_pkey" PRIMARY KEY ("facet_id","chunk")
);

-- CreateTable
CREATE TABLE "search_name" (
    "id" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "words" tsvector NOT NULL,
    "weight" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "place" SMALLINT NOT NULL,
    "sort_key" TEXT NOT NULL,

    CONSTRAINT "search_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "uses" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "search_stale" (
    "tx" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "search_stale_pkey" PRIMARY KEY ("tx","noun","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "search_document_number_key" ON "search_document"("number");

-- CreateIndex
CREATE INDEX "search_document_published_at_review_id_idx" ON "search_document"("published_at", "review_id") INCLUDE ("facets");

-- CreateIndex
CREATE INDEX "search_document_score_published_at_review_id_idx" ON "search_document"("score", "published_at", "review_id") INCLUDE ("facets");

-- CreateIndex
CREATE INDEX "search_document_sort_title_review_id_idx" ON "search_document"("sort_title", "review_id") INCLUDE ("facets");

-- CreateIndex
CREATE INDEX "search_document_work_id_idx" ON "search_document"("work_id");

-- CreateIndex
CREATE INDEX "search_document_publication_id_idx" ON "search_document"("publication_id");

-- CreateIndex
CREATE INDEX "search_document_facets_idx" ON "search_document" USING GIN ("facets");

-- CreateIndex
CREATE INDEX "search_document_names_idx" ON "search_document" USING GIN ("names");

-- CreateIndex
CREATE INDEX "search_document_heading_idx" ON "search_document" USING GIN ("heading");

-- CreateIndex
CREATE INDEX "search_document_everything_idx" ON "search_document" USING GIN ("everything");

-- CreateIndex
CREATE UNIQUE INDEX "search_facet_key_key" ON "search_facet"("key");

-- CreateIndex
CREATE INDEX "search_name_noun_place_sort_key_id_idx" ON "search_name"("noun", "place", "sort_key", "id");

-- CreateIndex
CREATE INDEX "search_name_noun_kind_place_sort_key_id_idx" ON "search_name"("noun", "kind", "place", "sort_key", "id");

-- CreateIndex
CREATE INDEX "search_name_words_idx" ON "search_name" USING GIN ("words");

-- CreateIndex
CREATE INDEX "search_name_trigrams_idx" ON "search_name" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "search_word_trigrams_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);

-- What the schema language cannot say. lib/search/settle.db.test.ts tries each trigger.

-- The vectors stay out of line, so that counts and lists read few pages; facets stay in it.
ALTER TABLE search_document SET (toast_tuple_target = 128);
ALTER TABLE search_document ALTER COLUMN facets SET STORAGE MAIN, ALTER COLUMN facets SET NOT NULL;
ALTER TABLE search_document ALTER COLUMN sort_title SET STORAGE MAIN;
ALTER TABLE search_facet_bits ALTER COLUMN bits SET STORAGE PLAIN;
-- A list of what is not yet in the index would be read by every search: publishing pays instead.
ALTER INDEX search_document_names_idx SET (fastupdate = off);
ALTER INDEX search_document_heading_idx SET (fastupdate = off);
ALTER INDEX search_document_everything_idx SET (fastupdate = off);
ALTER INDEX search_document_facets_idx SET (fastupdate = off);
ALTER INDEX search_name_words_idx SET (fastupdate = off);
ALTER INDEX search_name_trigrams_idx SET (fastupdate = off);
ALTER INDEX search_word_trigrams_idx SET (fastupdate = off);

-- Lower-case words without accents, with one blank between; apostrophes join ("OS's" is "oss"), every other mark parts.
-- Ranges and not classes of letters, which depend on the locale of the server.
CREATE FUNCTION search_fold(value text) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
  SELECT btrim(regexp_replace(
    unaccent(lower(regexp_replace(normalize(value, NFKD), '[\u0300-\u036f''\u2018\u2019\u02bc\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]', '', 'g'))),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u206f\u2190-\u2bff\u3000-\u303f\ufe00-\ufe0f\uff00-\uff0f]+', ' ', 'g'))
$$;

-- Neighbouring words of a title run together, for those who type them so: "obradinn", "spiderman".
CREATE FUNCTION search_joined(folded text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(word || next, ' ') FROM (
    SELECT word, lead(word) OVER (ORDER BY place) AS next FROM unnest(string_to_array(folded, ' ')) WITH ORDINALITY AS w (word, place)
  ) AS pairs WHERE next IS NOT NULL
$$;

-- The publication's language as PostgreSQL knows it, from its setting (BCP 47); words as they are for any other.
CREATE FUNCTION search_language() RETURNS regconfig LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce((
    SELECT c.oid::regconfig FROM pg_ts_config c
    JOIN (VALUES ('ar','arabic'), ('hy','armenian'), ('eu','basque'), ('ca','catalan'), ('da','danish'), ('nl','dutch'), ('en','english'),
      ('et','estonian'), ('fi','finnish'), ('fr','french'), ('de','german'), ('el','greek'), ('hi','hindi'), ('hu','hungarian'),
      ('id','indonesian'), ('ga','irish'), ('it','italian'), ('lt','lithuanian'), ('ne','nepali'), ('no','norwegian'), ('nb','norwegian'),
      ('nn','norwegian'), ('pl','polish'), ('pt','portuguese'), ('ro','romanian'), ('ru','russian'), ('sr','serbian'), ('es','spanish'),
      ('sv','swedish'), ('ta','tamil'), ('tr','turkish'), ('yi','yiddish')) AS known (code, name) ON c.cfgname = known.name
    WHERE c.cfgnamespace = 'pg_catalog'::regnamespace AND known.code = lower(split_part(coalesce(
      (SELECT s.value #>> '{}' FROM setting s WHERE s.key = 'language'), 'en'), '-', 1))
  ), 'pg_catalog.simple'::regconfig)
$$;

-- The query that fits a vector: 'exact' and 'names' for search_document.names and search_name.words, 'heading' and 'text' for the other two.
-- Each word is one or more spellings with a blank between, of which any will do. Typed text is never parsed as a query: words have been
-- folded, and are quoted here. In 'names' and 'heading' the beginning of a word will do as well. NULL where nothing is left to look
-- for: English has no search for "the".
CREATE FUNCTION search_query(mode text, words text[], phrases text[]) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  config regconfig := CASE WHEN mode IN ('heading', 'text') THEN search_language() ELSE 'pg_catalog.simple' END;
  spellings text; spelling text; part tsquery; one tsquery; wanted tsquery;
BEGIN
  FOREACH spellings IN ARRAY words LOOP
    part := NULL;
    FOREACH spelling IN ARRAY string_to_array(search_fold(spellings), ' ') LOOP
      one := plainto_tsquery(config, spelling);
      CONTINUE WHEN numnode(one) = 0;
      IF mode IN ('names', 'heading') AND length(spelling) > 2 THEN one := one || (quote_literal(spelling) || ':*')::tsquery;
      ELSIF mode = 'text' THEN one := one || quote_literal(spelling)::tsquery; END IF;
      part := CASE WHEN part IS NULL THEN one ELSE part || one END;
    END LOOP;
    IF part IS NOT NULL THEN wanted := CASE WHEN wanted IS NULL THEN part ELSE wanted && part END; END IF;
  END LOOP;
  FOREACH spelling IN ARRAY phrases LOOP
    part := phraseto_tsquery('simple', search_fold(spelling));
    CONTINUE WHEN numnode(part) = 0;
    one := phraseto_tsquery(config, search_fold(spelling));
    IF numnode(one) > 0 AND one <> part THEN part := part || one; END IF;
    wanted := CASE WHEN wanted IS NULL THEN part ELSE wanted && part END;
  END LOOP;
  RETURN wanted;
END $$;

-- The numbers of the documents that fit at least one of the three. Never by reading the table: for a word that most reviews have, the
-- planner would choose that, not knowing that each vector would be fetched from out of line for it.
CREATE FUNCTION search_numbers(of_names tsquery, of_heading tsquery, of_everything tsquery) RETURNS SETOF integer
LANGUAGE sql STABLE ROWS 2000 SET enable_seqscan = off SET enable_indexscan = off AS $$
  SELECT number FROM search_document WHERE names @@ of_names OR heading @@ of_heading OR everything @@ of_everything
$$;

-- The same with what lists need of each, in one reading.
CREATE FUNCTION search_found(of_names tsquery, of_heading tsquery, of_everything tsquery) RETURNS TABLE (
  number integer, publication_id uuid, review_id uuid, published_at timestamptz, score numeric, sort_title text, facets integer[]
) LANGUAGE sql STABLE ROWS 2000 SET enable_seqscan = off SET enable_indexscan = off AS $$
  SELECT d.number, d.publication_id, d.review_id, d.published_at, d.score, d.sort_title, d.facets
  FROM search_document d WHERE d.names @@ of_names OR d.heading @@ of_heading OR d.everything @@ of_everything
$$;

-- Words of live names that are nearly the typed one; a short word has few trigrams, so little in common is enough to be looked at.
CREATE FUNCTION search_words_like(typed text, most integer) RETURNS TABLE (word text, uses integer)
LANGUAGE sql STABLE SET pg_trgm.similarity_threshold = 0.25 AS $$
  SELECT w.word, w.uses FROM search_word w
  WHERE w.word % typed AND length(w.word) BETWEEN length(typed) - 2 AND length(typed) + 2
  ORDER BY similarity(w.word, typed) DESC, w.uses DESC LIMIT most
$$;

-- A live review as it should stand in search_document, with the keys of its facets.
CREATE FUNCTION search_rows(reviews uuid[]) RETURNS TABLE (
  review_id uuid, publication_id uuid, work_id uuid, published_at timestamptz, score numeric, sort_title text, keys text[], labels text[],
  names tsvector, heading tsvector, everything tsvector
) LANGUAGE sql STABLE AS $$
  SELECT p.review_id, p.id, p.work_id, p.published_at, coalesce(p.score, -1), search_fold(w.sort_title), facet.keys, facet.labels,
    v.names,
    v.heading,
    v.heading || to_tsvector(l.config, search_fold(left(p.plain_text, 300000)))
  FROM publication p
  JOIN work w ON w.id = p.work_id
  LEFT JOIN work above ON above.id = w.parent_id
  LEFT JOIN work top ON top.id = above.parent_id
  CROSS JOIN (SELECT search_language() AS config) l
  CROSS JOIN LATERAL (
    SELECT concat_ws(' . ', w.title, w.original_title, above.title, above.original_title, top.title) AS titles,
      (SELECT string_agg(concat_ws(' . ', person.name, array_to_string(person.aliases, ' . '), c.character), ' . ' ORDER BY c.position)
       FROM credit c JOIN person ON person.id = c.person_id WHERE c.work_id IN (w.id, above.id)) AS people,
      (SELECT string_agg(critic.name, ' . ') FROM publication_critic pc JOIN critic ON critic.id = pc.critic_id
       WHERE pc.publication_id = p.id) AS critics
    OFFSET 0 -- Each of these is used several times, and made once.
  ) t
  CROSS JOIN LATERAL (
    SELECT setweight(to_tsvector('simple', search_fold(t.titles)), 'A')
      || to_tsvector('simple', coalesce(search_joined(search_fold(w.title)), ''))
      || setweight(to_tsvector('simple', left(search_fold(concat_ws(' . ', t.people, t.critics)), 100000)), 'B') AS names
    OFFSET 0
  ) n
  CROSS JOIN LATERAL (
    SELECT n.names, n.names || setweight(
      to_tsvector(l.config, search_fold(concat_ws(' . ', t.titles, p.title)))
      || to_tsvector('simple', search_fold(p.title))
      || to_tsvector(l.config, search_fold(concat_ws(' . ', p.standfirst, p.verdict))), 'C') AS heading
    OFFSET 0
  ) v
  CROSS JOIN LATERAL (
    SELECT array_agg(f.key) AS keys, array_agg(f.label) AS labels FROM (
      SELECT DISTINCT ON (key) key, label FROM (
        VALUES ('all:', ''), ('kind:' || w.kind, w.kind::text), ('section:' || p.section_id, ''),
          ('year:' || coalesce(w.release_year, above.release_year), coalesce(w.release_year, above.release_year)::text),
          ('decade:' || coalesce(w.release_year, above.release_year) / 10 * 10, (coalesce(w.release_year, above.release_year) / 10 * 10)::text),
          ('country:' || coalesce(w.country, above.country), coalesce(w.country, above.country)),
          (CASE WHEN p.score IS NULL THEN 'rating:none' END, '')
        UNION ALL SELECT 'genre:' || replace(search_fold(g), ' ', '-'), g
          FROM unnest(CASE WHEN cardinality(w.genres) > 0 THEN w.genres ELSE above.genres END) g WHERE search_fold(g) <> ''
        UNION ALL SELECT 'rating:' || least_score, '' FROM unnest(ARRAY[40, 60, 80, 100]) least_score WHERE p.score >= least_score
        UNION ALL SELECT 'critic:' || pc.critic_id, '' FROM publication_critic pc WHERE pc.publication_id = p.id
        UNION ALL SELECT 'topic:' || pt.topic_id, '' FROM publication_topic pt WHERE pt.publication_id = p.id
      ) AS given (key, label) WHERE key IS NOT NULL ORDER BY key, label
    ) f
  ) facet
  WHERE p.is_current AND p.review_id = ANY (reviews)
$$;

-- Makes the documents of these reviews what they should be, and takes away those of reviews that are not live.
CREATE FUNCTION refresh_search(reviews uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMPORARY TABLE IF NOT EXISTS search_fresh (
    review_id uuid, publication_id uuid, work_id uuid, published_at timestamptz, score numeric, sort_title text, keys text[], labels text[],
    names tsvector, heading tsvector, everything tsvector, facets integer[]
  ) ON COMMIT DELETE ROWS;
  DELETE FROM search_fresh;
  INSERT INTO search_fresh SELECT * FROM search_rows(reviews);
  INSERT INTO search_facet (key, label)
    SELECT DISTINCT ON (f.key) f.key, f.label FROM search_fresh, unnest(keys, labels) AS f (key, label)
    WHERE NOT EXISTS (SELECT FROM search_facet known WHERE known.key = f.key) ORDER BY f.key, f.label
    ON CONFLICT (key) DO NOTHING;
  UPDATE search_fresh SET facets = (SELECT array_agg(f.id ORDER BY f.id) FROM search_facet f WHERE f.key = ANY (keys));
  DELETE FROM search_document d WHERE d.review_id = ANY (reviews) AND NOT EXISTS (SELECT FROM search_fresh f WHERE f.review_id = d.review_id);
  -- Not an upsert: that takes a number of the sequence each time, and the bitmaps would grow with every edit.
  UPDATE search_document d SET publication_id = f.publication_id, work_id = f.work_id, published_at = f.published_at, score = f.score,
    sort_title = f.sort_title, facets = f.facets, names = f.names, heading = f.heading, everything = f.everything
    FROM search_fresh f WHERE f.review_id = d.review_id;
  INSERT INTO search_document (review_id, publication_id, work_id, published_at, score, sort_title, facets, names, heading, everything)
    SELECT f.review_id, f.publication_id, f.work_id, f.published_at, f.score, f.sort_title, f.facets, f.names, f.heading, f.everything
    FROM search_fresh f WHERE NOT EXISTS (SELECT FROM search_document d WHERE d.review_id = f.review_id) ORDER BY f.published_at;
END $$;

-- The bitmaps and the words follow the documents; words that were run together are no words.
CREATE FUNCTION search_bit(number integer) RETURNS bit LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT set_bit(repeat('0', 8192)::bit(8192), number % 8192, 1)
$$;
CREATE FUNCTION search_document_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_facet_bits b SET bits = b.bits & ~gone.bits FROM (
    SELECT f AS facet_id, o.number / 8192 AS chunk, bit_or(search_bit(o.number)) AS bits FROM old_rows o, unnest(o.facets) f GROUP BY 1, 2
  ) gone WHERE b.facet_id = gone.facet_id AND b.chunk = gone.chunk;
  UPDATE search_word w SET uses = w.uses - gone.uses FROM (
    SELECT word, count(*) AS uses FROM old_rows o, unnest(tsvector_to_array(ts_filter(o.names, '{a,b}'))) word GROUP BY 1
  ) gone WHERE w.word = gone.word;
  DELETE FROM search_word WHERE uses <= 0;
  RETURN NULL;
END $$;
CREATE FUNCTION search_document_come() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_facet_bits AS b
    SELECT f, n.number / 8192, bit_or(search_bit(n.number)) FROM new_rows n, unnest(n.facets) f GROUP BY 1, 2
    ON CONFLICT (facet_id, chunk) DO UPDATE SET bits = b.bits | EXCLUDED.bits;
  INSERT INTO search_word AS w SELECT word, count(*) FROM new_rows n, unnest(tsvector_to_array(ts_filter(n.names, '{a,b}'))) word GROUP BY 1
    ON CONFLICT (word) DO UPDATE SET uses = w.uses + EXCLUDED.uses;
  RETURN NULL;
END $$;
CREATE TRIGGER search_document_come AFTER INSERT ON search_document
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_document_come();
CREATE TRIGGER search_document_gone AFTER DELETE ON search_document
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search_document_gone();
-- By their names PostgreSQL runs the first before the second.
CREATE TRIGGER search_document_turn_1 AFTER UPDATE ON search_document
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search_document_gone();
CREATE TRIGGER search_document_turn_2 AFTER UPDATE ON search_document
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_document_come();

-- Makes what stands under these ids (works, people, critics, topics, sections, series) what it should be: nothing where nothing is live.
CREATE FUNCTION refresh_search_names(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM search_name WHERE id = ANY (ids);
  INSERT INTO search_name (id, noun, kind, place, sort_key, name, words, weight)
  SELECT id, noun, kind, CASE WHEN search_fold(sort_name) ~ '^[a-z]' THEN ascii(search_fold(sort_name)) - 97 ELSE 26 END, search_fold(sort_name),
    search_fold(name), setweight(to_tsvector('simple', search_fold(name)), 'A')
    || setweight(to_tsvector('simple', search_fold(coalesce(others, ''))), 'B')
    || to_tsvector('simple', coalesce(search_joined(search_fold(name)), '')), weight
  FROM (
    SELECT w.id, 'work' AS noun, w.kind::text AS kind, concat_ws(' ', above.sort_title, w.sort_title) AS sort_name, w.title AS name, concat_ws(' . ', w.original_title, above.title, w.release_year) AS others,
      (SELECT count(*) FROM search_document d WHERE d.work_id IN (
        SELECT w.id UNION ALL SELECT part.id FROM work part WHERE part.parent_id = w.id
        UNION ALL SELECT part.id FROM work part JOIN work mid ON part.parent_id = mid.id WHERE mid.parent_id = w.id)) AS weight
      FROM work w LEFT JOIN work above ON above.id = w.parent_id WHERE w.id = ANY (ids)
    UNION ALL
    SELECT person.id, 'person', person.kind::text, person.sort_name, person.name, array_to_string(person.aliases, ' . '),
      -- One look for each way in which a work can be live, and each by an index: as one condition, every document would be read.
      (SELECT count(DISTINCT c.work_id) FROM credit c WHERE c.person_id = person.id AND (
        EXISTS (SELECT FROM search_document d WHERE d.work_id = c.work_id)
        OR EXISTS (SELECT FROM work part JOIN search_document d ON d.work_id = part.id WHERE part.parent_id = c.work_id)
        OR EXISTS (SELECT FROM work mid JOIN work part ON part.parent_id = mid.id JOIN search_document d ON d.work_id = part.id
          WHERE mid.parent_id = c.work_id)))
      FROM person WHERE person.id = ANY (ids)
    UNION ALL
    SELECT critic.id, 'critic', '', critic.name, critic.name, NULL, (SELECT count(*) FROM publication_critic pc
      JOIN search_document d ON d.publication_id = pc.publication_id WHERE pc.critic_id = critic.id) FROM critic WHERE critic.id = ANY (ids)
    UNION ALL
    SELECT topic.id, 'topic', '', topic.name, topic.name, NULL, (SELECT count(*) FROM publication_topic pt
      JOIN search_document d ON d.publication_id = pt.publication_id WHERE pt.topic_id = topic.id) FROM topic WHERE topic.id = ANY (ids)
    UNION ALL
    SELECT section.id, 'section', '', section.name, section.name, NULL, (SELECT sum(bit_count(b.bits)) FROM search_facet f
      JOIN search_facet_bits b ON b.facet_id = f.id WHERE f.key = 'section:' || section.id) FROM section WHERE section.id = ANY (ids)
    UNION ALL
    SELECT s.id, 'series', s.kind::text, s.sort_name, s.name, NULL, (SELECT count(*) FROM series_entry e WHERE e.series_id = s.id AND EXISTS (
      SELECT FROM search_document d WHERE d.work_id = e.work_id)) FROM work_series s WHERE s.id = ANY (ids)
  ) AS known WHERE weight > 0;
END $$;

-- Does what has been noted for the transaction `of` (empty: what was left for the worker), at most `most` reviews; returns how many are left.
CREATE FUNCTION settle_search(of text, most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  due uuid[]; late uuid[]; named uuid[];
BEGIN
  -- One at a time, and at the end of a transaction, when it waits for nothing else: the rows below are shared by all reviews.
  PERFORM pg_advisory_xact_lock(hashtext('search'));
  WITH noted AS (DELETE FROM search_stale WHERE tx = of RETURNING noun, id),
  changed AS (
    SELECT id AS work_id FROM noted WHERE noun = 'work'
    UNION SELECT c.work_id FROM noted JOIN credit c ON c.person_id = noted.id WHERE noun = 'person'),
  works AS (
    SELECT work_id FROM changed
    UNION SELECT part.id FROM changed JOIN work part ON part.parent_id = work_id
    UNION SELECT part.id FROM changed JOIN work mid ON mid.parent_id = work_id JOIN work part ON part.parent_id = mid.id),
  reviews AS (
    SELECT id FROM noted WHERE noun = 'review'
    UNION SELECT p.review_id FROM works JOIN publication p ON p.work_id = works.work_id AND p.is_current
    UNION SELECT p.review_id FROM noted JOIN publication_critic pc ON pc.critic_id = noted.id AND noun = 'critic'
      JOIN publication p ON p.id = pc.publication_id AND p.is_current),
  placed AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM reviews)
  SELECT (SELECT array_agg(id) FROM placed WHERE place <= most), (SELECT array_agg(id) FROM placed WHERE place > most),
    (SELECT array_agg(id) FROM noted WHERE noun <> 'review') INTO due, late, named;
  INSERT INTO search_stale (tx, noun, id) SELECT '', 'review', id FROM unnest(late) id ON CONFLICT DO NOTHING;
  IF due IS NOT NULL THEN PERFORM refresh_search(due); END IF;
  -- Everything that the reviews hang on, and those above it: how much is live about them may have changed.
  WITH touched AS (SELECT DISTINCT p.id, p.work_id FROM publication p WHERE p.review_id = ANY (due)),
  works AS (
    SELECT work_id FROM touched UNION SELECT w.parent_id FROM touched JOIN work w ON w.id = work_id
    UNION SELECT above.parent_id FROM touched JOIN work w ON w.id = work_id JOIN work above ON above.id = w.parent_id)
  SELECT array_agg(DISTINCT id) INTO named FROM (
    SELECT unnest(named) AS id UNION SELECT work_id FROM works
    UNION SELECT c.person_id FROM works JOIN credit c ON c.work_id = works.work_id
    UNION SELECT e.series_id FROM works JOIN series_entry e ON e.work_id = works.work_id
    UNION SELECT pc.critic_id FROM touched JOIN publication_critic pc ON pc.publication_id = touched.id
    UNION SELECT pt.topic_id FROM touched JOIN publication_topic pt ON pt.publication_id = touched.id
    UNION SELECT p.section_id FROM touched JOIN publication p ON p.id = touched.id
  ) AS ids WHERE id IS NOT NULL;
  IF named IS NOT NULL THEN PERFORM refresh_search_names(named); END IF;
  RETURN coalesce(cardinality(late), 0);
END $$;

-- Notes what changed; the last thing that the transaction does is to settle it, once.
CREATE FUNCTION note_stale(of_noun text, of_id uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_stale (tx, noun, id) SELECT pg_current_xact_id()::text, of_noun, of_id WHERE of_id IS NOT NULL ON CONFLICT DO NOTHING
$$;
CREATE FUNCTION search_settles() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM search_stale WHERE tx = NEW.tx) THEN PERFORM settle_search(NEW.tx, 200); END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER search_settles AFTER INSERT ON search_stale DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.tx <> '') EXECUTE FUNCTION search_settles();

CREATE FUNCTION publication_stales_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM note_stale('review', OLD.review_id), note_stale('name', OLD.work_id), note_stale('name', OLD.section_id);
    PERFORM note_stale('name', c.person_id) FROM credit c WHERE c.work_id = OLD.work_id;
  ELSE
    PERFORM note_stale('review', NEW.review_id);
    IF TG_OP = 'UPDATE' AND NEW.work_id <> OLD.work_id THEN
      PERFORM note_stale('name', OLD.work_id);
      PERFORM note_stale('name', c.person_id) FROM credit c WHERE c.work_id = OLD.work_id;
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER publication_stales_search AFTER INSERT OR DELETE OR UPDATE OF is_current, work_id, score ON publication
  FOR EACH ROW EXECUTE FUNCTION publication_stales_search();

-- Rows of which one noun and one column are stale with them: (noun, column)…
CREATE FUNCTION row_stales_search() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  is_now jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
BEGIN
  FOR at IN 0 .. TG_NARGS - 1 BY 2 LOOP
    PERFORM note_stale(TG_ARGV[at], (was ->> TG_ARGV[at + 1])::uuid), note_stale(TG_ARGV[at], (is_now ->> TG_ARGV[at + 1])::uuid);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER credit_stales_search AFTER INSERT OR UPDATE OR DELETE ON credit
  FOR EACH ROW EXECUTE FUNCTION row_stales_search('work', 'work_id', 'name', 'person_id');
CREATE TRIGGER work_stales_search AFTER UPDATE OF title, original_title, sort_title, parent_id, kind, release_year, country, genres ON work
  FOR EACH ROW EXECUTE FUNCTION row_stales_search('work', 'id', 'name', 'parent_id');
CREATE TRIGGER work_gone_from_search AFTER DELETE ON work FOR EACH ROW EXECUTE FUNCTION row_stales_search('name', 'id', 'name', 'parent_id');
CREATE TRIGGER person_stales_search AFTER UPDATE OF name, sort_name, kind, aliases ON person FOR EACH ROW EXECUTE FUNCTION row_stales_search('person', 'id');
CREATE TRIGGER person_gone_from_search AFTER DELETE ON person FOR EACH ROW EXECUTE FUNCTION row_stales_search('name', 'id');
CREATE TRIGGER critic_stales_search AFTER UPDATE OF name ON critic FOR EACH ROW EXECUTE FUNCTION row_stales_search('critic', 'id');
CREATE TRIGGER critic_gone_from_search AFTER DELETE ON critic FOR EACH ROW EXECUTE FUNCTION row_stales_search('name', 'id');
CREATE TRIGGER topic_stales_search AFTER UPDATE OF name OR DELETE ON topic FOR EACH ROW EXECUTE FUNCTION row_stales_search('name', 'id');
CREATE TRIGGER section_stales_search AFTER UPDATE OF name OR DELETE ON section FOR EACH ROW EXECUTE FUNCTION row_stales_search('name', 'id');
CREATE TRIGGER series_stales_search AFTER UPDATE OF name, sort_name, kind OR DELETE ON work_series FOR EACH ROW EXECUTE FUNCTION row_stales_search('name', 'id');
CREATE TRIGGER series_entry_stales_search AFTER INSERT OR UPDATE OR DELETE ON series_entry
  FOR EACH ROW EXECUTE FUNCTION row_stales_search('name', 'series_id');

-- Another language has other stems: everything is read again, by the worker.
CREATE FUNCTION language_stales_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_stale (tx, noun, id) SELECT '', 'review', review_id FROM search_document ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER language_stales_search AFTER INSERT OR UPDATE ON setting
  FOR EACH ROW WHEN (NEW.key = 'language') EXECUTE FUNCTION language_stales_search();

-- What a page may ask while something is typed.
INSERT INTO address (path, state, kind) VALUES ('/search/suggest', 'live', 'page') ON CONFLICT DO NOTHING;

-- What is live already.
SELECT refresh_search(array_agg(review_id)) FROM publication WHERE is_current HAVING count(*) > 0;
SELECT refresh_search_names(array_agg(id)) FROM (
  SELECT id FROM work UNION ALL SELECT id FROM person UNION ALL SELECT id FROM critic UNION ALL SELECT id FROM topic
  UNION ALL SELECT id FROM section UNION ALL SELECT id FROM work_series) AS everything HAVING count(*) > 0;
