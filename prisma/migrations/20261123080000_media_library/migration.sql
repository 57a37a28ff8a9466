-- The library of pictures: what they are called, how they look, under what they may be shown, which of their files are made, where they are used.

-- DropIndex
DROP INDEX "media_created_at_idx";

-- AlterTable
ALTER TABLE "media" ADD COLUMN     "bytes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "card_bytes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "content_hash" TEXT,
ADD COLUMN     "crop_name" TEXT,
ADD COLUMN     "crops" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "cuts" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "formats" TEXT[] DEFAULT ARRAY['webp']::TEXT[],
ADD COLUMN     "is_decorative" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "licence" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "licence_url" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "likeness" BIGINT,
ADD COLUMN     "original" TEXT,
ADD COLUMN     "progress" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "recipe" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "title" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "words" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "retired_files" (
    "name" TEXT NOT NULL,
    "original" TEXT,
    "remove_after" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retired_files_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "retired_files_remove_after_idx" ON "retired_files"("remove_after");

-- CreateIndex
CREATE INDEX "media_created_at_id_idx" ON "media"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "media_uploaded_by_id_created_at_idx" ON "media"("uploaded_by_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "media_content_hash_idx" ON "media"("content_hash");

-- CreateIndex
CREATE INDEX "media_words_trigrams_idx" ON "media" USING GIN ("words" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "media_recipe_state_idx" ON "media"("recipe", "state");

-- What the schema language cannot say. lib/media/library.db.test.ts shows that it holds.

ALTER TABLE media ADD CONSTRAINT media_files CHECK (
  crop_name ~ '^[a-z0-9-]+$' AND content_hash ~ '^[0-9a-f]{64}$' AND original ~ '^originals/[a-z0-9.-]+$'
  AND progress BETWEEN 0 AND 100 AND formats <@ ARRAY['avif', 'webp', 'jpg']
  AND (licence_url = '' OR licence_url ~ '^https?://')
);

-- What a picture is found by.
CREATE FUNCTION media_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.words := search_fold(concat_ws(' ', NEW.title, replace(NEW.name, '-', ' '), NEW.alt, NEW.caption, NEW.credit, NEW.licence));
  RETURN NEW;
END $$;
CREATE TRIGGER media_words BEFORE INSERT OR UPDATE OF title, name, alt, caption, credit, licence ON media
  FOR EACH ROW EXECUTE FUNCTION media_words();
UPDATE media SET title = '';

-- Where a picture is used: at the head of a review, in its text, of a work.
CREATE INDEX review_image_idx ON review (image_id) WHERE image_id IS NOT NULL;
CREATE INDEX publication_image_idx ON publication (image_id) WHERE image_id IS NOT NULL;
CREATE INDEX work_image_idx ON work (image_id) WHERE image_id IS NOT NULL;

-- The ids of the pictures in a text, wherever in it they stand: ["<uuid>", …].
CREATE FUNCTION pictures_in(body jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT jsonb_path_query_array(body, '$.**.mediaId ? (@.type() == "string")')
$$;
CREATE INDEX review_pictures_idx ON review USING gin (pictures_in(body));
CREATE INDEX publication_pictures_idx ON publication USING gin (pictures_in(body));
