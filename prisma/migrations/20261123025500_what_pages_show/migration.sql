-- AlterTable
ALTER TABLE "address" ADD COLUMN     "shown_at" TIMESTAMPTZ(3);

-- Sitemaps list pages in the order in which they came to be, so that what is new changes only the last file. Everything that an entry
-- says is in the index: a file is read without a look at the rows, and its first entry is found without counting over them.
CREATE INDEX address_sitemap_idx ON address (changed_at, path) INCLUDE (kind, subject_id, shown_at) WHERE state = 'live';
-- What has a picture, for the sitemaps of pictures.
CREATE INDEX publication_pictured_idx ON publication (review_id) INCLUDE (image_id) WHERE is_current AND image_id IS NOT NULL;
CREATE INDEX work_pictured_idx ON work (id) INCLUDE (image_id) WHERE image_id IS NOT NULL;

-- The ids that an event names of these nouns.
CREATE FUNCTION subjects_of_tags(tags text[], nouns text[]) RETURNS uuid[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(split_part(tag, ':', 2)::uuid), '{}') FROM unnest(tags) tag
  WHERE split_part(tag, ':', 1) = ANY (nouns) AND tag ~ '^[a-z]+:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
$$;

-- The time that an event is about: of a publication the one that its review carries (a review that is brought in with the dates that it
-- had changes nothing today), of everything else its own.
CREATE FUNCTION moment_of_event(kind text, tags text[], at timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT max(p.modified_at) FROM publication p
    WHERE moment_of_event.kind = 'review.publish' AND p.is_current AND p.review_id = ANY (subjects_of_tags(moment_of_event.tags, '{review}'))
  ), at)
$$;

-- The pages that are no rows of their own, by what they say that they depend on. People, works and series are not among them: those lists
-- show names, which hardly any publication changes, and when one does is not known.
CREATE FUNCTION paths_of_tags(tags text[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_agg(path), '{}') FROM (
    SELECT path FROM (VALUES ('home', '/'), ('reviews', '/reviews'), ('archive', '/archive'), ('critics', '/critics'), ('topics', '/topics'),
      ('top', '/top'), ('scoring', '/scoring'), ('corrections', '/corrections')) page (tag, path) WHERE tag = ANY (tags)
    UNION ALL SELECT '/archive/' || substr(tag, 6) FROM unnest(tags) tag WHERE tag ~ '^year:[0-9]{1,4}$'
    UNION ALL SELECT '/lists' WHERE cardinality(subjects_of_tags(tags, '{list}')) > 0
  ) paths
$$;

-- At the end of the transaction, when all its addresses are there. Rows that another transaction is at work on are left to it: its own
-- event dates them within the same moment, and nobody waits for anybody in a circle.
CREATE FUNCTION date_pages_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  subjects uuid[] := subjects_of_tags(NEW.tags, '{work,person,critic,section,topic,list,series}');
  paths text[] := paths_of_tags(NEW.tags);
  moment timestamptz(3) := moment_of_event(NEW.kind, NEW.tags, NEW.at);
BEGIN
  UPDATE address SET shown_at = moment WHERE path IN (
    SELECT a.path FROM address a
    WHERE (a.subject_id = ANY (subjects) OR a.path = ANY (paths)) AND a.kind <> 'review' AND a.state = 'live'
      AND (a.shown_at IS NULL OR a.shown_at < moment)
    FOR NO KEY UPDATE SKIP LOCKED
  );
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER content_event_dates_pages AFTER INSERT ON content_event
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.tags <> '{}') EXECUTE FUNCTION date_pages_of_event();

-- A review was last changed when it says so. The page of its month changes with it, and when it is taken back.
CREATE FUNCTION date_pages_of_publication() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_live boolean := EXISTS (SELECT FROM publication p WHERE p.id = NEW.id AND p.is_current);
  moment timestamptz(3) := CASE WHEN is_live THEN NEW.modified_at ELSE now() END;
BEGIN
  IF is_live THEN
    UPDATE address SET shown_at = moment WHERE subject_id = NEW.review_id AND kind = 'review' AND state = 'live';
  ELSIF EXISTS (SELECT FROM publication p WHERE p.review_id = NEW.review_id AND p.is_current) THEN
    RETURN NULL;
  END IF;
  UPDATE address SET shown_at = moment WHERE path IN (
    SELECT a.path FROM address a
    WHERE a.path = '/archive/' || NEW.year || '/' || lpad(NEW.month::text, 2, '0') AND a.state = 'live'
      AND (a.shown_at IS NULL OR a.shown_at < moment)
    FOR NO KEY UPDATE SKIP LOCKED
  );
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER publication_dates_pages AFTER INSERT OR UPDATE OF is_current ON publication
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION date_pages_of_publication();

-- A list carries its own date too.
CREATE FUNCTION date_page_of_list() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE address SET shown_at = NEW.modified_at
    WHERE subject_id = NEW.id AND kind = 'list' AND state = 'live' AND (shown_at IS NULL OR shown_at < NEW.modified_at);
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER list_dates_page AFTER INSERT OR UPDATE OF modified_at ON list
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.modified_at IS NOT NULL) EXECUTE FUNCTION date_page_of_list();

-- What is known of the pages that there are.
UPDATE address a SET shown_at = l.modified_at FROM list l WHERE a.kind = 'list' AND a.state = 'live' AND l.id = a.subject_id;
UPDATE address a SET shown_at = p.modified_at FROM publication p
  WHERE a.kind = 'review' AND a.state = 'live' AND p.review_id = a.subject_id AND p.is_current;
UPDATE address a SET shown_at = known.at FROM (
  SELECT '/archive/' || year || '/' || lpad(month::text, 2, '0') AS path, max(modified_at) AS at FROM publication WHERE is_current GROUP BY 1
) known WHERE a.path = known.path;
UPDATE address a SET shown_at = known.at FROM (
  SELECT subject, max(moment_of_event(kind, tags, at)) AS at
  FROM content_event, unnest(subjects_of_tags(tags, '{work,person,critic,section,topic,list,series}')) subject GROUP BY 1
) known WHERE a.subject_id = known.subject AND a.kind <> 'review' AND a.state = 'live';
UPDATE address a SET shown_at = known.at FROM (
  SELECT path, max(moment_of_event(kind, tags, at)) AS at FROM content_event, unnest(paths_of_tags(tags)) path GROUP BY 1
) known WHERE a.path = known.path AND a.state = 'live';
