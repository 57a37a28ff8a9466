-- What lists at the desk ask of a hundred thousand reviews, answered without looking at each: what a review is to readers, which pictures a text
-- has, and words within headlines, titles and names.

ALTER TABLE review ADD COLUMN state text NOT NULL GENERATED ALWAYS AS (
  CASE WHEN retracted_at IS NOT NULL THEN 'retracted' WHEN published_version IS NULL THEN 'draft' WHEN published_version = version THEN 'live' ELSE 'changed' END
) STORED;
CREATE INDEX review_state_idx ON review (state, updated_at DESC, id DESC) WHERE trashed_at IS NULL;
-- With the id, so that a late page of the list is counted off in the index alone.
DROP INDEX review_updated_at_idx;
CREATE INDEX review_changed_idx ON review (updated_at DESC, id DESC) WHERE trashed_at IS NULL;

-- They were computed for the index alone, and again by whoever asked for all of them.
ALTER TABLE review ADD COLUMN pictures jsonb NOT NULL GENERATED ALWAYS AS (pictures_in(body)) STORED;
ALTER TABLE publication ADD COLUMN pictures jsonb NOT NULL GENERATED ALWAYS AS (pictures_in(body)) STORED;
-- What is generated is so after triggers, and follows from what may not change.
CREATE OR REPLACE FUNCTION publication_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may_change text[] := '{is_current,work_id,score,pictures}';
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
DROP INDEX review_pictures_idx;
DROP INDEX publication_pictures_idx;
CREATE INDEX review_pictures_idx ON review USING gin (pictures);
CREATE INDEX publication_pictures_idx ON publication USING gin (pictures);
-- All of them, whatever stands in them.
CREATE INDEX review_with_pictures_idx ON review (id) INCLUDE (pictures) WHERE pictures <> '[]';
CREATE INDEX publication_with_pictures_idx ON publication (id) INCLUDE (pictures) WHERE pictures <> '[]';

CREATE INDEX review_title_trigrams_idx ON review USING gin (title gin_trgm_ops);
CREATE INDEX work_title_trigrams_idx ON work USING gin (title gin_trgm_ops);
CREATE INDEX work_original_title_trigrams_idx ON work USING gin (original_title gin_trgm_ops) WHERE original_title IS NOT NULL;
CREATE INDEX person_name_trigrams_idx ON person USING gin (name gin_trgm_ops);
