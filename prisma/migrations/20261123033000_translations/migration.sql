-- One review in several languages: which is the original of which, and that it is one opinion.

-- DropIndex
DROP INDEX "publication_is_current_id_work_id_score_idx";

-- DropIndex
DROP INDEX "publication_is_current_year_month_published_at_id_idx";

-- CreateIndex
CREATE INDEX "publication_by_score_idx" ON "publication"("is_current", "id", "work_id", "score", "translation_of_id");

-- CreateIndex
CREATE INDEX "publication_archive_idx" ON "publication"("is_current", "year" DESC, "month" DESC, "published_at" DESC, "id" DESC, "translation_of_id");

-- What the schema language cannot say. lib/reviews/translations.db.test.ts shows that it holds.

-- A translation is one of an original: never of another translation. The lock lets two who name each other at once see each other.
CREATE FUNCTION translation_makes_sense() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM review WHERE id = NEW.translation_of_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM review WHERE id = NEW.translation_of_id AND translation_of_id IS NOT NULL)
     OR EXISTS (SELECT FROM review WHERE translation_of_id = NEW.id) THEN
    RAISE EXCEPTION 'review % would be a translation of a translation', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'translation_of_original';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER translation_makes_sense BEFORE INSERT OR UPDATE OF translation_of_id ON review
  FOR EACH ROW WHEN (NEW.translation_of_id IS NOT NULL) EXECUTE FUNCTION translation_makes_sense();

-- One live translation of an original for each language. (An expression, as for the other rules about what is current.)
CREATE UNIQUE INDEX publication_one_translation ON publication
  ((CASE WHEN is_current AND translation_of_id IS NOT NULL THEN translation_of_id::text || ' ' || coalesce(language, '') END));

-- A translation is live only beside its original, which is none itself: whoever takes the original away takes the translations along.
CREATE FUNCTION translation_beside_original() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM publication t WHERE t.is_current AND t.translation_of_id IS NOT NULL
      AND (t.review_id = NEW.review_id OR t.translation_of_id = NEW.review_id)
      AND NOT EXISTS (SELECT FROM publication o WHERE o.is_current AND o.review_id = t.translation_of_id AND o.translation_of_id IS NULL)
  ) THEN
    RAISE EXCEPTION 'a translation of % would be live without its original', NEW.review_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'translation_beside_original';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER translation_beside_original AFTER INSERT OR UPDATE OF is_current ON publication DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION translation_beside_original();

-- The standing of a work is that of its newest score; a translation gives it none of its own.
CREATE OR REPLACE FUNCTION refresh_standing(of_work uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM work WHERE id = of_work FOR NO KEY UPDATE;
  INSERT INTO standing (work_id, publication_id, kind, release_year, genres, score, published_at)
    SELECT w.id, p.id, w.kind, w.release_year, w.genres, p.score, p.published_at
    FROM publication p JOIN work w ON w.id = p.work_id
    WHERE p.work_id = of_work AND p.is_current AND p.translation_of_id IS NULL AND p.score IS NOT NULL
    ORDER BY p.published_at DESC, p.id DESC LIMIT 1
  ON CONFLICT (work_id) DO UPDATE SET
    publication_id = EXCLUDED.publication_id, kind = EXCLUDED.kind, release_year = EXCLUDED.release_year,
    genres = EXCLUDED.genres, score = EXCLUDED.score, published_at = EXCLUDED.published_at;
  IF NOT FOUND THEN
    DELETE FROM standing WHERE work_id = of_work;
  END IF;
END $$;

-- A live review as it should stand in search_document, with the keys of its facets. One that is there in several languages stands once,
-- with the words of all of them: whoever looks for what the translation says finds the review.
CREATE OR REPLACE FUNCTION search_rows(reviews uuid[]) RETURNS TABLE (
  review_id uuid, publication_id uuid, work_id uuid, published_at timestamptz, score numeric, sort_title text, keys text[], labels text[],
  names tsvector, heading tsvector, everything tsvector
) LANGUAGE sql STABLE AS $$
  SELECT p.review_id, p.id, p.work_id, p.published_at, coalesce(p.score, -1), search_fold(w.sort_title), facet.keys, facet.labels,
    v.names,
    v.heading,
    v.heading || to_tsvector(l.config, search_fold(left(p.plain_text, 300000))) || to_tsvector('simple', coalesce((
      SELECT string_agg(search_fold(concat_ws(' . ', t.title, t.standfirst, t.verdict, left(t.plain_text, 100000))), ' . ' ORDER BY t.review_id)
      FROM publication t WHERE t.translation_of_id = p.review_id AND t.is_current), ''))
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
  WHERE p.is_current AND p.translation_of_id IS NULL AND p.review_id = ANY (reviews)
$$;

CREATE OR REPLACE FUNCTION publication_stales_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM note_stale('review', OLD.review_id), note_stale('review', OLD.translation_of_id), note_stale('name', OLD.work_id), note_stale('name', OLD.section_id);
    PERFORM note_stale('name', c.person_id) FROM credit c WHERE c.work_id = OLD.work_id;
  ELSE
    PERFORM note_stale('review', NEW.review_id), note_stale('review', NEW.translation_of_id);
    IF TG_OP = 'UPDATE' AND NEW.work_id <> OLD.work_id THEN
      PERFORM note_stale('name', OLD.work_id);
      PERFORM note_stale('name', c.person_id) FROM credit c WHERE c.work_id = OLD.work_id;
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- The year and the month of a publication are those of its date in the publication's zone: whoever writes the row, they are right. They
-- are no word and no number of the review, so they follow when the zone changes, and can be changed to nothing else.
CREATE FUNCTION publication_zone() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT value #>> '{}' FROM setting WHERE key = 'timeZone'), 'Europe/London')
$$;
CREATE OR REPLACE FUNCTION publication_month() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  there timestamp := NEW.published_at AT TIME ZONE publication_zone();
BEGIN
  NEW.year := extract(year FROM there);
  NEW.month := extract(month FROM there);
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION publication_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may_change text[] := '{is_current,work_id,score}';
  there timestamp := NEW.published_at AT TIME ZONE publication_zone();
BEGIN
  IF (NEW.year, NEW.month) = (extract(year FROM there), extract(month FROM there)) THEN
    may_change := may_change || '{year,month}'::text[];
  END IF;
  IF to_jsonb(NEW) - may_change IS DISTINCT FROM to_jsonb(OLD) - may_change OR (NEW.is_current AND NOT OLD.is_current) THEN
    RAISE EXCEPTION 'a publication never changes: publish a new one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
