-- CreateEnum
CREATE TYPE "SeenHow" AS ENUM ('cinema', 'screening', 'festival', 'screener', 'broadcast', 'stream', 'disc', 'performance', 'visit', 'bought', 'borrowed', 'review_copy');

-- CreateEnum
CREATE TYPE "Disclosure" AS ENUM ('free_copy', 'travel', 'affiliate');

-- CreateEnum
CREATE TYPE "SeriesKind" AS ENUM ('series', 'franchise');

-- CreateEnum
CREATE TYPE "RegroupingNoun" AS ENUM ('work', 'person');

-- CreateEnum
CREATE TYPE "RegroupingVerb" AS ENUM ('merge', 'split');

-- AlterEnum
ALTER TYPE "AddressKind" ADD VALUE 'series';

-- AlterTable
ALTER TABLE "list" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "created_by_id" UUID,
ADD COLUMN     "is_ranked" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "publication" ADD COLUMN     "advisory" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "aspects" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "badges" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "cons" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "disclosure_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "disclosures" "Disclosure"[] DEFAULT ARRAY[]::"Disclosure"[],
ADD COLUMN     "pros" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "pull_quote" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "seen_edition" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "seen_how" "SeenHow",
ADD COLUMN     "seen_platform" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "rating_scale" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "retired_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "advisory" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "aspects" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "badges" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "cons" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "disclosure_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "disclosures" "Disclosure"[] DEFAULT ARRAY[]::"Disclosure"[],
ADD COLUMN     "pros" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "pull_quote" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "seen_edition" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "seen_how" "SeenHow",
ADD COLUMN     "seen_platform" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "work" ADD COLUMN     "image_alt" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "image_credit" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "image_id" UUID,
ADD COLUMN     "merged_into_id" UUID;

-- CreateTable
CREATE TABLE "scale_reading" (
    "version_id" UUID NOT NULL,
    "bands" JSONB NOT NULL DEFAULT '[]',
    "projection" JSONB NOT NULL DEFAULT '[]',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scale_reading_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "glyph" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "glyph_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "text" TEXT NOT NULL,
    "by_id" UUID,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accepted_name" (
    "key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accepted_name_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "edition" (
    "id" UUID NOT NULL,
    "work_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL DEFAULT '',
    "publisher" TEXT NOT NULL DEFAULT '',
    "release_year" INTEGER,
    "release_month" INTEGER,
    "release_day" INTEGER,
    "isbn" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_series" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "SeriesKind" NOT NULL DEFAULT 'series',
    "name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "series_entry" (
    "series_id" UUID NOT NULL,
    "work_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "series_entry_pkey" PRIMARY KEY ("series_id","work_id")
);

-- CreateTable
CREATE TABLE "regrouping" (
    "id" UUID NOT NULL,
    "noun" "RegroupingNoun" NOT NULL,
    "verb" "RegroupingVerb" NOT NULL,
    "from_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "moved" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "regrouping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "glyph_media_id_idx" ON "glyph"("media_id");

-- CreateIndex
CREATE INDEX "correction_review_id_at_idx" ON "correction"("review_id", "at");

-- CreateIndex
CREATE INDEX "correction_at_idx" ON "correction"("at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "edition_isbn_key" ON "edition"("isbn");

-- CreateIndex
CREATE UNIQUE INDEX "edition_work_id_position_key" ON "edition"("work_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "work_series_slug_key" ON "work_series"("slug");

-- CreateIndex
CREATE INDEX "series_entry_work_id_idx" ON "series_entry"("work_id");

-- CreateIndex
CREATE UNIQUE INDEX "series_entry_series_id_position_key" ON "series_entry"("series_id", "position");

-- CreateIndex
CREATE INDEX "regrouping_from_id_idx" ON "regrouping"("from_id");

-- CreateIndex
CREATE INDEX "regrouping_into_id_idx" ON "regrouping"("into_id");

-- CreateIndex
CREATE INDEX "person_merged_into_id_idx" ON "person"("merged_into_id");

-- CreateIndex
CREATE INDEX "work_merged_into_id_idx" ON "work"("merged_into_id");

-- AddForeignKey
ALTER TABLE "list" ADD CONSTRAINT "list_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scale_reading" ADD CONSTRAINT "scale_reading_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "rating_scale_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "glyph" ADD CONSTRAINT "glyph_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accepted_name" ADD CONSTRAINT "accepted_name_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work" ADD CONSTRAINT "work_image_id_fkey" FOREIGN KEY ("image_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work" ADD CONSTRAINT "work_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "edition" ADD CONSTRAINT "edition_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_entry" ADD CONSTRAINT "series_entry_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "work_series"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "series_entry" ADD CONSTRAINT "series_entry_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regrouping" ADD CONSTRAINT "regrouping_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say. lib/db/constraints.db.test.ts tries each.

ALTER TABLE work_series ADD CONSTRAINT work_series_slug_form CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120);
ALTER TABLE work_series ADD CONSTRAINT work_series_name_present CHECK (btrim(name) <> '');
ALTER TABLE series_entry ADD CONSTRAINT series_entry_position CHECK (position >= 1);

-- A correction, once said, stays as it was said.
ALTER TABLE correction ADD CONSTRAINT correction_text_present CHECK (btrim(text) <> '');
CREATE TRIGGER correction_immutable BEFORE UPDATE ON correction FOR EACH ROW
  WHEN (NEW.text IS DISTINCT FROM OLD.text OR NEW.at <> OLD.at OR NEW.review_id <> OLD.review_id)
  EXECUTE FUNCTION refuse_change();

ALTER TABLE glyph ADD CONSTRAINT glyph_key_form CHECK (key ~ '^[a-z0-9-]{1,60}$' AND btrim(name) <> '');
ALTER TABLE accepted_name ADD CONSTRAINT accepted_name_present CHECK (btrim(key) <> '' AND btrim(text) <> '');

-- The last digit of an ISBN-13 is a check of the others: their sum, weighted 1 and 3 in turn, is a multiple of ten.
-- https://www.isbn-international.org/content/isbn-users-manual/29
CREATE FUNCTION is_isbn13(value text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT value ~ '^97[89][0-9]{10}$'
     AND (SELECT sum(substr(value, i, 1)::int * CASE WHEN i % 2 = 1 THEN 1 ELSE 3 END) % 10 = 0 FROM generate_series(1, 13) i)
$$;
ALTER TABLE edition ADD CONSTRAINT edition_form CHECK (
  btrim(name) <> '' AND position >= 1 AND (isbn IS NULL OR is_isbn13(isbn))
);
ALTER TABLE edition ADD CONSTRAINT edition_release_precision CHECK (
  (release_year IS NULL OR release_year BETWEEN 1 AND 2200)
  AND (release_month IS NULL OR (release_year IS NOT NULL AND release_month BETWEEN 1 AND 12))
  AND (release_day IS NULL OR (release_month IS NOT NULL AND release_day BETWEEN 1 AND 31
       AND make_interval(days => release_day - 1) + make_date(release_year, release_month, 1)
           < make_date(release_year, release_month, 1) + interval '1 month'))
);

-- No work is part of itself, however many steps apart; and a season is of a series, an episode of a series or a season.
CREATE FUNCTION work_parent_makes_sense() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE above (id, parent_id) AS (
      SELECT w.id, w.parent_id FROM work w WHERE w.id = NEW.parent_id
      UNION
      SELECT w.id, w.parent_id FROM work w JOIN above ON w.id = above.parent_id
    ) SELECT FROM above WHERE above.id = NEW.id
  ) THEN
    RAISE EXCEPTION 'work % would be part of itself', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'work_parent_cycle';
  END IF;
  IF NOT EXISTS (
    SELECT FROM work p WHERE p.id = NEW.parent_id AND CASE NEW.kind
      WHEN 'season' THEN p.kind = 'series'
      WHEN 'episode' THEN p.kind IN ('series', 'season', 'podcast')
      WHEN 'track' THEN p.kind = 'album'
      ELSE true END
  ) THEN
    RAISE EXCEPTION 'a % is no part of that', NEW.kind USING ERRCODE = 'check_violation', CONSTRAINT = 'work_parent_kind';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER work_parent_makes_sense BEFORE INSERT OR UPDATE OF parent_id, kind ON work
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION work_parent_makes_sense();

-- What was merged into another leads to one that is still there, and is not above or below anything itself.
ALTER TABLE work ADD CONSTRAINT work_merged CHECK (merged_into_id IS DISTINCT FROM id);
ALTER TABLE person ADD CONSTRAINT person_merged CHECK (merged_into_id IS DISTINCT FROM id);
ALTER TABLE regrouping ADD CONSTRAINT regrouping_two CHECK (from_id <> into_id);

-- What a reader was told never changes. Which record it hangs on may (works are merged and split), and so may its place in
-- the order of scores (the house reads a scale anew): neither is a word or a number of the review.
CREATE OR REPLACE FUNCTION publication_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - '{is_current,work_id,score}'::text[] IS DISTINCT FROM to_jsonb(OLD) - '{is_current,work_id,score}'::text[]
     OR (NEW.is_current AND NOT OLD.is_current) THEN
    RAISE EXCEPTION 'a publication never changes: publish a new one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

ALTER TABLE publication ADD CONSTRAINT publication_data CHECK (
  cardinality(badges) <= 5 AND cardinality(pros) <= 10 AND cardinality(cons) <= 10 AND jsonb_typeof(aspects) = 'array'
);
ALTER TABLE review ADD CONSTRAINT review_data CHECK (
  cardinality(badges) <= 5 AND cardinality(pros) <= 10 AND cardinality(cons) <= 10 AND jsonb_typeof(aspects) = 'array'
);

-- The new pages that are not rows.
INSERT INTO address (path, state, kind) VALUES
  ('/search', 'live', 'page'), ('/scoring', 'live', 'page'), ('/corrections', 'live', 'page'), ('/top', 'live', 'page'),
  ('/works', 'live', 'page'), ('/people', 'live', 'page'), ('/series', 'live', 'page'), ('/topics', 'live', 'page');
