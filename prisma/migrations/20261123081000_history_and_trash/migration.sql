-- Versions with names and reasons, versions of what is no review, and the trash.

-- AlterEnum
ALTER TYPE "RevisionReason" ADD VALUE 'regrouped';

-- CreateEnum
CREATE TYPE "RecordKind" AS ENUM ('work', 'person', 'series', 'list');

-- AlterTable
ALTER TABLE "revision" ADD COLUMN "name" TEXT NOT NULL DEFAULT '',
ADD COLUMN "note" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "review" ADD COLUMN "trashed_at" TIMESTAMPTZ(3),
ADD COLUMN "trashed_by_id" UUID;

-- AlterTable
ALTER TABLE "list" ADD COLUMN "trashed_at" TIMESTAMPTZ(3),
ADD COLUMN "trashed_by_id" UUID;

-- AlterTable
ALTER TABLE "media" ADD COLUMN "trashed_at" TIMESTAMPTZ(3),
ADD COLUMN "trashed_by_id" UUID;

-- AlterTable
ALTER TABLE "work" ADD COLUMN "trashed_at" TIMESTAMPTZ(3),
ADD COLUMN "trashed_by_id" UUID;

-- AlterTable
ALTER TABLE "person" ADD COLUMN "trashed_at" TIMESTAMPTZ(3),
ADD COLUMN "trashed_by_id" UUID;

-- AlterTable
ALTER TABLE "work_series" ADD COLUMN "trashed_at" TIMESTAMPTZ(3),
ADD COLUMN "trashed_by_id" UUID;

-- CreateTable
CREATE TABLE "record_revision" (
    "id" UUID NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" "RevisionReason" NOT NULL,
    "content" JSONB NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "author_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "record_revision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "record_revision_kind_record_id_version_key" ON "record_revision"("kind", "record_id", "version");

-- AddForeignKey
ALTER TABLE "record_revision" ADD CONSTRAINT "record_revision_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_trashed_by_id_fkey" FOREIGN KEY ("trashed_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list" ADD CONSTRAINT "list_trashed_by_id_fkey" FOREIGN KEY ("trashed_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_trashed_by_id_fkey" FOREIGN KEY ("trashed_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work" ADD CONSTRAINT "work_trashed_by_id_fkey" FOREIGN KEY ("trashed_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_trashed_by_id_fkey" FOREIGN KEY ("trashed_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_series" ADD CONSTRAINT "work_series_trashed_by_id_fkey" FOREIGN KEY ("trashed_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the schema language cannot say.

ALTER TABLE revision ADD CONSTRAINT revision_words CHECK (char_length(name) <= 80 AND char_length(note) <= 300);
ALTER TABLE record_revision ADD CONSTRAINT record_revision_words CHECK (char_length(name) <= 80 AND char_length(note) <= 300);
CREATE TRIGGER record_revision_immutable BEFORE UPDATE ON record_revision FOR EACH ROW
  WHEN (NEW.content IS DISTINCT FROM OLD.content OR NEW.version <> OLD.version OR NEW.reason <> OLD.reason
    OR NEW.kind <> OLD.kind OR NEW.record_id <> OLD.record_id)
  EXECUTE FUNCTION refuse_change();

-- Nothing that readers see, and nothing that has become another, is in the trash.
ALTER TABLE review ADD CONSTRAINT review_trashed CHECK (trashed_at IS NULL OR published_at IS NULL OR retracted_at IS NOT NULL);
ALTER TABLE list ADD CONSTRAINT list_trashed CHECK (trashed_at IS NULL OR published_at IS NULL);
ALTER TABLE work ADD CONSTRAINT work_trashed CHECK (trashed_at IS NULL OR merged_into_id IS NULL);
ALTER TABLE person ADD CONSTRAINT person_trashed CHECK (trashed_at IS NULL OR merged_into_id IS NULL);

-- The trash, and what has been in it too long: few among many.

CREATE INDEX review_trash_idx ON review (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX list_trash_idx ON list (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX media_trash_idx ON media (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX work_trash_idx ON work (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX person_trash_idx ON person (trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX work_series_trash_idx ON work_series (trashed_at) WHERE trashed_at IS NOT NULL;

-- What mentions a work or a person: ["<uuid>", …].
CREATE FUNCTION mentions_in(body jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT jsonb_path_query_array(body, '$.** ? (@.type == "mention").attrs.id')
$$;
CREATE INDEX review_mentions_idx ON review USING gin (mentions_in(body));
CREATE INDEX publication_mentions_idx ON publication USING gin (mentions_in(body));
