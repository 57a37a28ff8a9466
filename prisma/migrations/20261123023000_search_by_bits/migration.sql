-- A review is a bit: its number in search_document. What a filter or a search leaves is a string of bits, and a page of it is found by
-- walking the index of its order and looking at the bit of each, or, where few are left, by sorting them.

-- The orders of the listing carry the number: narrower than the facets, and quicker to look at.
DROP INDEX search_document_published_at_review_id_idx;
DROP INDEX search_document_score_published_at_review_id_idx;
DROP INDEX search_document_sort_title_review_id_idx;
CREATE INDEX search_document_by_date_idx ON search_document (published_at, review_id) INCLUDE (number);
CREATE INDEX search_document_by_score_idx ON search_document (score, published_at, review_id) INCLUDE (number);
CREATE INDEX search_document_by_title_idx ON search_document (sort_title, review_id) INCLUDE (number);
-- Everything that a person's page counts and sorts by.
DROP INDEX search_document_work_id_idx;
CREATE INDEX search_document_of_work_idx ON search_document (work_id) INCLUDE (publication_id, published_at, score);

-- The vectors stand apart, by number: a look through a GIN index ends at a row, and there are ninety of these on a page in place of thirty.
CREATE TABLE "search_text" (
    "number" INTEGER NOT NULL,
    "names" tsvector NOT NULL,
    "heading" tsvector NOT NULL,
    "everything" tsvector NOT NULL,

    CONSTRAINT "search_text_pkey" PRIMARY KEY ("number")
);
ALTER TABLE search_text SET (toast_tuple_target = 128);
INSERT INTO search_text SELECT number, names, heading, everything FROM search_document ORDER BY number;
ALTER TABLE search_document DROP COLUMN names, DROP COLUMN heading, DROP COLUMN everything;
CREATE INDEX "search_text_names_idx" ON "search_text" USING GIN ("names");
CREATE INDEX "search_text_heading_idx" ON "search_text" USING GIN ("heading");
CREATE INDEX "search_text_everything_idx" ON "search_text" USING GIN ("everything");
ALTER INDEX search_text_names_idx SET (fastupdate = off);
ALTER INDEX search_text_heading_idx SET (fastupdate = off);
ALTER INDEX search_text_everything_idx SET (fastupdate = off);
ALTER TABLE "search_text" ADD CONSTRAINT "search_text_number_fkey" FOREIGN KEY ("number") REFERENCES "search_document"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- Makes the documents of these reviews what they should be, and takes away those of reviews that are not live.
CREATE OR REPLACE FUNCTION refresh_search(reviews uuid[]) RETURNS void LANGUAGE plpgsql AS $$
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
    sort_title = f.sort_title, facets = f.facets
    FROM search_fresh f WHERE f.review_id = d.review_id;
  INSERT INTO search_document (review_id, publication_id, work_id, published_at, score, sort_title, facets)
    SELECT f.review_id, f.publication_id, f.work_id, f.published_at, f.score, f.sort_title, f.facets
    FROM search_fresh f WHERE NOT EXISTS (SELECT FROM search_document d WHERE d.review_id = f.review_id) ORDER BY f.published_at;
  INSERT INTO search_text AS t (number, names, heading, everything)
    SELECT d.number, f.names, f.heading, f.everything FROM search_fresh f JOIN search_document d USING (review_id)
    ON CONFLICT (number) DO UPDATE SET names = EXCLUDED.names, heading = EXCLUDED.heading, everything = EXCLUDED.everything;
END $$;

-- The bitmaps follow the documents, the words their names; words that were run together are no words.
CREATE OR REPLACE FUNCTION search_document_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_facet_bits b SET bits = b.bits & ~gone.bits FROM (
    SELECT f AS facet_id, o.number / 8192 AS chunk, bit_or(search_bit(o.number)) AS bits FROM old_rows o, unnest(o.facets) f GROUP BY 1, 2
  ) gone WHERE b.facet_id = gone.facet_id AND b.chunk = gone.chunk;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION search_document_come() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_facet_bits AS b
    SELECT f, n.number / 8192, bit_or(search_bit(n.number)) FROM new_rows n, unnest(n.facets) f GROUP BY 1, 2
    ON CONFLICT (facet_id, chunk) DO UPDATE SET bits = b.bits | EXCLUDED.bits;
  RETURN NULL;
END $$;
CREATE FUNCTION search_text_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE search_word w SET uses = w.uses - gone.uses FROM (
    SELECT word, count(*) AS uses FROM old_rows o, unnest(tsvector_to_array(ts_filter(o.names, '{a,b}'))) word GROUP BY 1
  ) gone WHERE w.word = gone.word;
  DELETE FROM search_word WHERE uses <= 0;
  RETURN NULL;
END $$;
CREATE FUNCTION search_text_come() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_word AS w SELECT word, count(*) FROM new_rows n, unnest(tsvector_to_array(ts_filter(n.names, '{a,b}'))) word GROUP BY 1
    ON CONFLICT (word) DO UPDATE SET uses = w.uses + EXCLUDED.uses;
  RETURN NULL;
END $$;
CREATE TRIGGER search_text_come AFTER INSERT ON search_text
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_text_come();
CREATE TRIGGER search_text_gone AFTER DELETE ON search_text
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search_text_gone();
CREATE TRIGGER search_text_turn_1 AFTER UPDATE ON search_text
  REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search_text_gone();
CREATE TRIGGER search_text_turn_2 AFTER UPDATE ON search_text
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_text_come();

-- How many chunks of bits there are. With settings of its own it is planned on its own: the next function is not to look by an index.
CREATE FUNCTION search_chunks() RETURNS integer LANGUAGE sql STABLE SET enable_indexscan = on AS $$
  SELECT coalesce(max(number), 0) / 8192 + 1 FROM search_document
$$;

-- What fits at least one of the three, as bits, in whole chunks; the first is that of number 0. Gathered by words of 64: an OR of longer ones
-- would copy each for every number. Never by reading the table: for a word that most reviews have, the planner would choose that, not knowing
-- that each vector would be fetched from out of line for it.
DROP FUNCTION search_numbers(tsquery, tsquery, tsquery);
CREATE FUNCTION search_hits(of_names tsquery, of_heading tsquery, of_everything tsquery) RETURNS varbit
LANGUAGE sql STABLE SET enable_seqscan = off SET enable_indexscan = off AS $$
  SELECT string_agg(coalesce(hit.bits, 0)::bit(64)::text, '' ORDER BY word)::varbit
  FROM generate_series(0, (SELECT search_chunks()) * 128 - 1) AS word
  LEFT JOIN (
    SELECT number / 64 AS word, bit_or(1::bigint << (63 - number % 64)) AS bits FROM search_text
    WHERE names @@ of_names OR heading @@ of_heading OR everything @@ of_everything GROUP BY 1
  ) AS hit USING (word)
$$;

-- The live reviews that have all of these facets; every one for none.
CREATE FUNCTION search_facets_bits(facets integer[]) RETURNS varbit LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT string_agg(coalesce(fitting.bits, repeat('0', 8192)::bit(8192))::text, '' ORDER BY chunk)::varbit
  FROM generate_series(0, (SELECT search_chunks()) - 1) AS chunk
  LEFT JOIN (
    SELECT b.chunk, bit_and(b.bits) AS bits
    FROM (SELECT DISTINCT unnest(facets || ARRAY(SELECT id FROM search_facet WHERE key = 'all:')) AS facet_id) AS asked
    JOIN search_facet_bits b USING (facet_id)
    GROUP BY b.chunk HAVING count(*) = (SELECT count(DISTINCT id) FROM unnest(facets || ARRAY(SELECT id FROM search_facet WHERE key = 'all:')) id)
  ) AS fitting USING (chunk)
$$;

-- The numbers whose bit is set, by words of 64 of which most are nothing.
CREATE FUNCTION search_set_bits(bits varbit) RETURNS integer[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY(
    SELECT word * 64 + place FROM generate_series(0, length(bits) / 64 - 1) AS word, generate_series(0, 63) AS place
    WHERE bit_count(substring(bits FROM word * 64 + 1 FOR 64)) > 0 AND get_bit(bits, word * 64 + place) = 1)
$$;

-- What lists are ordered by.
CREATE FUNCTION search_order(sort text, backwards boolean) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE (CASE WHEN backwards AND sort = 'newest' THEN 'oldest' WHEN backwards AND sort = 'oldest' THEN 'newest' ELSE sort END)
    WHEN 'newest' THEN 'published_at DESC, review_id DESC'
    WHEN 'oldest' THEN 'published_at, review_id'
    WHEN 'best' THEN CASE WHEN backwards THEN 'score, published_at, review_id' ELSE 'score DESC, published_at DESC, review_id DESC' END
    WHEN 'title' THEN CASE WHEN backwards THEN 'sort_title DESC, review_id DESC' ELSE 'sort_title, review_id' END
  END
$$;

-- The publications of one stretch of what `fitting` says, in an order, from whichever end is nearer. Few are sorted; of many, the index of
-- the order is walked, which meets `most` after a share of it that is the smaller the more there are.
CREATE FUNCTION search_stretch(fitting varbit, sort text, skip integer, most integer) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
DECLARE
  total integer := bit_count(fitting);
  size integer := least(most, total - skip);
  is_near_end boolean := skip > total / 2;
  here text := search_order(sort, is_near_end);
  ids uuid[]; numbers integer[];
BEGIN
  IF size <= 0 THEN RETURN '{}'; END IF;
  IF is_near_end THEN skip := total - skip - size; END IF;
  IF total::bigint * total < length(fitting)::bigint * (skip + size) / 4 THEN
    numbers := search_set_bits(fitting);
    EXECUTE format('SELECT ARRAY(SELECT publication_id FROM search_document WHERE number = ANY ($1) ORDER BY %s OFFSET $2 LIMIT $3)', here)
      INTO ids USING numbers, skip, size;
  ELSE
    EXECUTE format('SELECT ARRAY(SELECT d.publication_id FROM (
        SELECT review_id FROM search_document WHERE get_bit($1, number) = 1 ORDER BY %1$s OFFSET $2 LIMIT $3
      ) AS page JOIN search_document d USING (review_id) ORDER BY %1$s)', here)
      INTO ids USING fitting, skip, size;
  END IF;
  RETURN CASE WHEN is_near_end THEN ARRAY(SELECT id FROM unnest(ids) WITH ORDINALITY AS f (id, place) ORDER BY place DESC) ELSE ids END;
END $$;

-- A page of what a search finds, with how many there are and with all that it hits (before the facets) as bits, for counts. By relevance
-- it comes in tiers: the work's title as it was typed, whole words of names, names that begin so, headline or verdict, prose; as many as `weighable`
-- are weighed word for word within their tier, and of more the newest come first. A page past the end is the last one.
CREATE FUNCTION search_page(
  exact tsquery, of_names tsquery, of_heading tsquery, of_everything tsquery, excluded tsquery[], facets integer[],
  titles text[], sort text, page integer, most integer, weighable integer,
  OUT hits varbit, OUT total integer, OUT ids uuid[]
) LANGUAGE plpgsql STABLE AS $$
DECLARE
  fitting varbit; exactly varbit; named varbit; headed varbit; sorted varbit; skip integer; seen integer; without tsquery;
BEGIN
  hits := search_hits(of_names, of_heading, of_everything);
  FOREACH without IN ARRAY excluded LOOP hits := hits & ~search_hits(NULL, NULL, without); END LOOP;
  fitting := CASE WHEN facets IS NULL THEN hits & ~hits ELSE hits & search_facets_bits(facets) END;
  total := bit_count(fitting);
  skip := least(page - 1, greatest(0, total - 1) / most) * most;
  IF sort <> 'relevance' THEN
    ids := search_stretch(fitting, sort, skip, most);
    RETURN;
  END IF;

  exactly := search_hits(exact, NULL, NULL);
  named := search_hits(of_names, NULL, NULL) & fitting;
  -- Where only names are sorted, the heading is no tier of theirs.
  sorted := CASE WHEN total <= weighable THEN fitting ELSE named END;
  headed := CASE WHEN total <= weighable THEN search_hits(NULL, of_heading, NULL) ELSE named END;
  ids := ARRAY(
    SELECT publication_id FROM (
      SELECT d.*, CASE
          WHEN get_bit(exactly, number) = 1 THEN CASE WHEN sort_title = ANY (titles) THEN 0 ELSE 1 END
          WHEN get_bit(named, number) = 1 THEN 2 WHEN get_bit(headed, number) = 1 THEN 3 ELSE 4 END AS tier
      FROM search_document d WHERE number = ANY (search_set_bits(sorted))
    ) AS d
    ORDER BY tier, CASE WHEN total <= weighable THEN (
        SELECT ts_rank('{0.05,0.4,0.7,1}', t.everything, coalesce(of_heading, of_names)) FROM search_text t WHERE t.number = d.number) END DESC,
      published_at DESC, review_id DESC
    OFFSET skip LIMIT most);
  IF total <= weighable OR cardinality(ids) = most THEN RETURN; END IF;
  seen := bit_count(named);
  headed := search_hits(NULL, of_heading, NULL) & fitting & ~named;
  ids := ids || search_stretch(headed, 'newest', greatest(0, skip - seen), most - cardinality(ids));
  IF cardinality(ids) = most THEN RETURN; END IF;
  seen := seen + bit_count(headed);
  ids := ids || search_stretch(fitting & ~named & ~headed, 'newest', greatest(0, skip - seen), most - cardinality(ids));
END $$;

-- Whether a value is one of those of the facet `own`, or, for none, of a facet without a choice.
CREATE FUNCTION search_is_counted(key text, own text, names text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN own = '' THEN split_part(key, ':', 1) <> ALL (names || 'all'::text) ELSE split_part(key, ':', 1) = own END
$$;

-- How many reviews each value of each facet would leave, within what a search has hit (NULL: within all). A facet's own choices do not narrow
-- its own counts, so that one can change one's mind: for each facet with a choice, and once for all others, what the rest leaves is counted.
-- Of few reviews the facets of each are read; of more, the bitmaps of all facets are the lesser work.
CREATE FUNCTION search_counts(hits varbit, names text[], chosen integer[]) RETURNS TABLE (facet_id integer, count integer)
LANGUAGE plpgsql STABLE SET enable_nestloop = off AS $$
DECLARE
  own text; fitting varbit; chunks bit(8192)[]; places integer[];
BEGIN
  FOR own IN SELECT DISTINCT name FROM unnest(names || ''::text) AS name LOOP
    fitting := search_facets_bits(ARRAY(SELECT id FROM unnest(names, chosen) AS c (name, id) WHERE name <> own));
    IF hits IS NOT NULL THEN fitting := fitting & hits; END IF;
    IF hits IS NOT NULL AND bit_count(fitting) <= 1000 THEN
      RETURN QUERY SELECT facet, count(*)::integer FROM search_document d, unnest(d.facets) AS facet
        WHERE d.number = ANY (search_set_bits(fitting)) AND facet IN (SELECT f.id FROM search_facet f WHERE search_is_counted(f.key, own, names))
        GROUP BY facet;
      CONTINUE;
    END IF;
    chunks := ARRAY(SELECT substring(fitting FROM chunk * 8192 + 1 FOR 8192)::bit(8192)
      FROM generate_series(0, length(fitting) / 8192 - 1) AS chunk ORDER BY chunk);
    places := ARRAY(SELECT place - 1 FROM unnest(chunks) WITH ORDINALITY AS c (bits, place) WHERE bit_count(bits) > 0);
    RETURN QUERY SELECT b.facet_id, sum(bit_count(b.bits & chunks[b.chunk + 1]))::integer FROM search_facet_bits b
      WHERE b.chunk = ANY (places) AND b.facet_id IN (
        SELECT f.id FROM search_facet f WHERE search_is_counted(f.key, own, names))
      GROUP BY b.facet_id;
  END LOOP;
END $$;

-- Names that share most of their trigrams with what was typed.
CREATE FUNCTION search_names_like(typed text, most integer) RETURNS TABLE (id uuid, weight integer)
LANGUAGE sql STABLE SET pg_trgm.similarity_threshold = 0.45 AS $$
  SELECT n.id, n.weight FROM search_name n WHERE n.name % search_fold(typed)
  ORDER BY similarity(n.name, search_fold(typed)) DESC, n.weight DESC LIMIT most
$$;

DROP FUNCTION search_found(tsquery, tsquery, tsquery);
