-- CreateEnum
CREATE TYPE "AddressState" AS ENUM ('live', 'moved', 'gone');

-- CreateEnum
CREATE TYPE "AddressKind" AS ENUM ('page', 'review', 'work', 'person', 'critic', 'section', 'topic', 'list', 'archive');

-- CreateEnum
CREATE TYPE "MediaState" AS ENUM ('processing', 'ready', 'failed');

-- CreateEnum
CREATE TYPE "PersonKind" AS ENUM ('person', 'group');

-- CreateEnum
CREATE TYPE "CreditRole" AS ENUM ('director', 'writer', 'creator', 'author', 'performer', 'developer', 'designer', 'artist', 'actor', 'voice', 'host', 'narrator', 'playwright', 'choreographer', 'curator', 'producer', 'composer', 'musician', 'cinematographer', 'editor', 'illustrator', 'publisher');

-- CreateEnum
CREATE TYPE "ScaleKind" AS ENUM ('numeric', 'letter', 'verdict');

-- CreateEnum
CREATE TYPE "ReviewKind" AS ENUM ('full', 'capsule', 'festival', 'rereview', 'in_progress', 'roundup');

-- CreateEnum
CREATE TYPE "SpoilerLevel" AS ENUM ('none', 'mild', 'major');

-- CreateEnum
CREATE TYPE "RevisionReason" AS ENUM ('created', 'saved', 'published', 'retracted', 'restored');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'editor', 'critic', 'contributor');

-- CreateEnum
CREATE TYPE "TokenPurpose" AS ENUM ('setup', 'password');

-- CreateEnum
CREATE TYPE "WorkKind" AS ENUM ('film', 'series', 'season', 'episode', 'album', 'track', 'book', 'game', 'podcast', 'play', 'exhibition', 'app', 'product', 'restaurant');

-- CreateEnum
CREATE TYPE "IdScheme" AS ENUM ('imdb', 'tmdb', 'wikidata', 'isbn', 'musicbrainz', 'igdb');

-- CreateTable
CREATE TABLE "address" (
    "path" TEXT NOT NULL,
    "state" "AddressState" NOT NULL,
    "kind" "AddressKind" NOT NULL,
    "subject_id" UUID,
    "target" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "address_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "critic" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "bio" TEXT NOT NULL DEFAULT '',
    "taste" TEXT NOT NULL DEFAULT '',
    "user_id" UUID,

    CONSTRAINT "critic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "purge" BOOLEAN NOT NULL DEFAULT false,
    "tx" xid8 NOT NULL DEFAULT pg_current_xact_id(),

    CONSTRAINT "content_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "list" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL DEFAULT '',
    "published_at" TIMESTAMPTZ(3),
    "modified_at" TIMESTAMPTZ(3),
    "critic_id" UUID,
    "topic_id" UUID,

    CONSTRAINT "list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_entry" (
    "list_id" UUID NOT NULL,
    "work_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "list_entry_pkey" PRIMARY KEY ("list_id","work_id")
);

-- CreateTable
CREATE TABLE "media" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" "MediaState" NOT NULL DEFAULT 'processing',
    "problem" TEXT NOT NULL DEFAULT '',
    "width" INTEGER NOT NULL DEFAULT 0,
    "height" INTEGER NOT NULL DEFAULT 0,
    "widths" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "colour" TEXT NOT NULL DEFAULT '#888888',
    "alt" TEXT NOT NULL DEFAULT '',
    "caption" TEXT NOT NULL DEFAULT '',
    "credit" TEXT NOT NULL DEFAULT '',
    "focal_x" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "focal_y" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "uploaded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "PersonKind" NOT NULL DEFAULT 'person',
    "name" TEXT NOT NULL,
    "sort_name" TEXT NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit" (
    "id" UUID NOT NULL,
    "work_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "CreditRole" NOT NULL,
    "character" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "credit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "is_current" BOOLEAN NOT NULL DEFAULT true,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "modified_at" TIMESTAMPTZ(3) NOT NULL,
    "year" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "ReviewKind" NOT NULL,
    "title" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "plain_text" TEXT NOT NULL,
    "word_count" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "seen" TEXT NOT NULL,
    "spoilers" "SpoilerLevel" NOT NULL,
    "credits" TEXT NOT NULL,
    "work_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "rating" JSONB,
    "score" DECIMAL(5,2),
    "image_id" UUID,
    "image_alt" TEXT NOT NULL,
    "image_caption" TEXT NOT NULL,
    "image_credit" TEXT NOT NULL,
    "search_title" TEXT NOT NULL,
    "search_description" TEXT NOT NULL,
    "rereview_of_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publication_critic" (
    "publication_id" UUID NOT NULL,
    "critic_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "publication_critic_pkey" PRIMARY KEY ("publication_id","critic_id")
);

-- CreateTable
CREATE TABLE "publication_topic" (
    "publication_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "publication_topic_pkey" PRIMARY KEY ("publication_id","topic_id")
);

-- CreateTable
CREATE TABLE "rating_scale" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rating_scale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating_scale_version" (
    "id" UUID NOT NULL,
    "scale_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" "ScaleKind" NOT NULL,
    "min" DECIMAL(8,3) NOT NULL,
    "max" DECIMAL(8,3) NOT NULL,
    "step" DECIMAL(8,3) NOT NULL,
    "labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "unit_singular" TEXT,
    "unit_plural" TEXT,
    "unit_glyph" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rating_scale_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "ReviewKind" NOT NULL DEFAULT 'full',
    "title" TEXT NOT NULL DEFAULT '',
    "standfirst" TEXT NOT NULL DEFAULT '',
    "body" JSONB NOT NULL,
    "verdict" TEXT NOT NULL DEFAULT '',
    "seen" TEXT NOT NULL DEFAULT '',
    "spoilers" "SpoilerLevel" NOT NULL DEFAULT 'none',
    "work_id" UUID,
    "section_id" UUID,
    "scale_version_id" UUID,
    "rating_value" DECIMAL(8,3),
    "unit_singular" TEXT,
    "unit_plural" TEXT,
    "unit_glyph" TEXT,
    "image_id" UUID,
    "image_alt" TEXT NOT NULL DEFAULT '',
    "image_caption" TEXT NOT NULL DEFAULT '',
    "image_credit" TEXT NOT NULL DEFAULT '',
    "search_title" TEXT NOT NULL DEFAULT '',
    "search_description" TEXT NOT NULL DEFAULT '',
    "rereview_of_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "published_version" INTEGER,
    "published_at" TIMESTAMPTZ(3),
    "retracted_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_critic" (
    "review_id" UUID NOT NULL,
    "critic_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "review_critic_pkey" PRIMARY KEY ("review_id","critic_id")
);

-- CreateTable
CREATE TABLE "review_topic" (
    "review_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "review_topic_pkey" PRIMARY KEY ("review_id","topic_id")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" "RevisionReason" NOT NULL,
    "content" JSONB NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "section" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "scale_id" UUID,

    CONSTRAINT "section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "password_hash" TEXT,
    "time_zone" TEXT,
    "disabled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_version" INTEGER NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "token" (
    "id" UUID NOT NULL,
    "purpose" "TokenPurpose" NOT NULL,
    "hash" BYTEA NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "work" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "WorkKind" NOT NULL,
    "title" TEXT NOT NULL,
    "sort_title" TEXT NOT NULL,
    "original_title" TEXT,
    "release_year" INTEGER,
    "release_month" INTEGER,
    "release_day" INTEGER,
    "parent_id" UUID,
    "number" INTEGER,
    "language" TEXT,
    "country" TEXT,
    "genres" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "platforms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "minutes" INTEGER,
    "pages" INTEGER,
    "publisher" TEXT,
    "summary" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_id" (
    "id" UUID NOT NULL,
    "work_id" UUID,
    "person_id" UUID,
    "scheme" "IdScheme" NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "external_id_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "address_subject_id_idx" ON "address"("subject_id");

-- CreateIndex
CREATE INDEX "address_target_idx" ON "address"("target");

-- CreateIndex
CREATE UNIQUE INDEX "critic_slug_key" ON "critic"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "critic_user_id_key" ON "critic"("user_id");

-- CreateIndex
CREATE INDEX "content_event_tx_idx" ON "content_event"("tx");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "list_slug_key" ON "list"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "list_entry_list_id_position_key" ON "list_entry"("list_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "media_name_key" ON "media"("name");

-- CreateIndex
CREATE INDEX "media_created_at_idx" ON "media"("created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "person_slug_key" ON "person"("slug");

-- CreateIndex
CREATE INDEX "person_sort_name_idx" ON "person"("sort_name");

-- CreateIndex
CREATE INDEX "credit_person_id_idx" ON "credit"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_work_id_position_key" ON "credit"("work_id", "position");

-- CreateIndex
CREATE INDEX "publication_is_current_published_at_id_idx" ON "publication"("is_current", "published_at" DESC, "id");

-- CreateIndex
CREATE INDEX "publication_work_id_is_current_idx" ON "publication"("work_id", "is_current");

-- CreateIndex
CREATE INDEX "publication_section_id_is_current_published_at_idx" ON "publication"("section_id", "is_current", "published_at" DESC);

-- CreateIndex
CREATE INDEX "publication_year_is_current_idx" ON "publication"("year", "is_current");

-- CreateIndex
CREATE UNIQUE INDEX "publication_review_id_number_key" ON "publication"("review_id", "number");

-- CreateIndex
CREATE INDEX "publication_critic_critic_id_idx" ON "publication_critic"("critic_id");

-- CreateIndex
CREATE INDEX "publication_topic_topic_id_idx" ON "publication_topic"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "rating_scale_key_key" ON "rating_scale"("key");

-- CreateIndex
CREATE UNIQUE INDEX "rating_scale_version_scale_id_version_key" ON "rating_scale_version"("scale_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "review_slug_key" ON "review"("slug");

-- CreateIndex
CREATE INDEX "review_updated_at_idx" ON "review"("updated_at" DESC);

-- CreateIndex
CREATE INDEX "review_work_id_idx" ON "review"("work_id");

-- CreateIndex
CREATE INDEX "review_critic_critic_id_idx" ON "review_critic"("critic_id");

-- CreateIndex
CREATE INDEX "review_topic_topic_id_idx" ON "review_topic"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_review_id_version_reason_key" ON "revision"("review_id", "version", "reason");

-- CreateIndex
CREATE UNIQUE INDEX "section_slug_key" ON "section"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "topic_slug_key" ON "topic"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "token_hash_key" ON "token"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "work_slug_key" ON "work"("slug");

-- CreateIndex
CREATE INDEX "work_parent_id_number_idx" ON "work"("parent_id", "number");

-- CreateIndex
CREATE INDEX "work_kind_release_year_idx" ON "work"("kind", "release_year");

-- CreateIndex
CREATE INDEX "external_id_work_id_idx" ON "external_id"("work_id");

-- CreateIndex
CREATE INDEX "external_id_person_id_idx" ON "external_id"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "external_id_scheme_value_key" ON "external_id"("scheme", "value");

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_target_fkey" FOREIGN KEY ("target") REFERENCES "address"("path") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "critic" ADD CONSTRAINT "critic_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list" ADD CONSTRAINT "list_critic_id_fkey" FOREIGN KEY ("critic_id") REFERENCES "critic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list" ADD CONSTRAINT "list_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_entry" ADD CONSTRAINT "list_entry_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "list"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_entry" ADD CONSTRAINT "list_entry_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit" ADD CONSTRAINT "credit_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_image_id_fkey" FOREIGN KEY ("image_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_critic" ADD CONSTRAINT "publication_critic_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_critic" ADD CONSTRAINT "publication_critic_critic_id_fkey" FOREIGN KEY ("critic_id") REFERENCES "critic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_topic" ADD CONSTRAINT "publication_topic_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication_topic" ADD CONSTRAINT "publication_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating_scale_version" ADD CONSTRAINT "rating_scale_version_scale_id_fkey" FOREIGN KEY ("scale_id") REFERENCES "rating_scale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_scale_version_id_fkey" FOREIGN KEY ("scale_version_id") REFERENCES "rating_scale_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_image_id_fkey" FOREIGN KEY ("image_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_rereview_of_id_fkey" FOREIGN KEY ("rereview_of_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_critic" ADD CONSTRAINT "review_critic_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_critic" ADD CONSTRAINT "review_critic_critic_id_fkey" FOREIGN KEY ("critic_id") REFERENCES "critic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_topic" ADD CONSTRAINT "review_topic_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_topic" ADD CONSTRAINT "review_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section" ADD CONSTRAINT "section_scale_id_fkey" FOREIGN KEY ("scale_id") REFERENCES "rating_scale"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "token" ADD CONSTRAINT "token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work" ADD CONSTRAINT "work_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_id" ADD CONSTRAINT "external_id_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_id" ADD CONSTRAINT "external_id_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say. lib/db/constraints.db.test.ts tries each.

-- Slugs are lower-case words joined by single hyphens, at most 120 characters.
ALTER TABLE "work" ADD CONSTRAINT "work_slug_form" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120);
ALTER TABLE "person" ADD CONSTRAINT "person_slug_form" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120);
ALTER TABLE "critic" ADD CONSTRAINT "critic_slug_form" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120);
ALTER TABLE "section" ADD CONSTRAINT "section_slug_form" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120);
ALTER TABLE "topic" ADD CONSTRAINT "topic_slug_form" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120);
ALTER TABLE "list" ADD CONSTRAINT "list_slug_form" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120);
ALTER TABLE "review" ADD CONSTRAINT "review_slug_form" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120);
ALTER TABLE "publication" ADD CONSTRAINT "publication_slug_form" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 120);

-- A release date is a year, or a year and a month, or a whole date that exists.
ALTER TABLE work ADD CONSTRAINT work_release_precision CHECK (
  (release_year IS NULL OR release_year BETWEEN 1 AND 2200)
  AND (release_month IS NULL OR (release_year IS NOT NULL AND release_month BETWEEN 1 AND 12))
  AND (release_day IS NULL OR (release_month IS NOT NULL AND release_day BETWEEN 1 AND 31
       AND make_interval(days => release_day - 1) + make_date(release_year, release_month, 1)
           < make_date(release_year, release_month, 1) + interval '1 month'))
);
ALTER TABLE work ADD CONSTRAINT work_title_present CHECK (btrim(title) <> '');
ALTER TABLE work ADD CONSTRAINT work_parts CHECK (
  parent_id IS DISTINCT FROM id
  AND (kind NOT IN ('season', 'episode') OR parent_id IS NOT NULL)
  AND (number IS NULL OR number >= 0) AND (minutes IS NULL OR minutes > 0) AND (pages IS NULL OR pages > 0)
);
ALTER TABLE person ADD CONSTRAINT person_name_present CHECK (btrim(name) <> '');
ALTER TABLE credit ADD CONSTRAINT credit_position CHECK (position >= 1);
ALTER TABLE list_entry ADD CONSTRAINT list_entry_position CHECK (position >= 1);
ALTER TABLE external_id ADD CONSTRAINT external_id_subject CHECK (num_nonnulls(work_id, person_id) = 1);
ALTER TABLE external_id ADD CONSTRAINT external_id_form CHECK (CASE scheme
  WHEN 'imdb' THEN value ~ '^(tt|nm)[0-9]{7,9}$'
  WHEN 'wikidata' THEN value ~ '^Q[1-9][0-9]*$'
  WHEN 'isbn' THEN value ~ '^97[89][0-9]{10}$'
  WHEN 'musicbrainz' THEN value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
  ELSE value ~ '^[a-z0-9-]+$' END);

-- Scales make sense, and a version of one never changes.
ALTER TABLE rating_scale_version ADD CONSTRAINT rating_scale_version_range CHECK (
  min < max AND step > 0 AND mod(max - min, step) = 0 AND version >= 1
  AND (kind = 'numeric') = (cardinality(labels) = 0)
  AND (kind = 'numeric' OR (min = 0 AND step = 1 AND max = cardinality(labels) - 1))
  AND num_nonnulls(unit_singular, unit_plural, unit_glyph) IN (0, 3)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER rating_scale_version_immutable BEFORE UPDATE ON rating_scale_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_immutable BEFORE UPDATE ON revision FOR EACH ROW
  WHEN (NEW.content IS DISTINCT FROM OLD.content OR NEW.version <> OLD.version OR NEW.reason <> OLD.reason OR NEW.review_id <> OLD.review_id)
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A score is a value that its scale has.
ALTER TABLE review ADD CONSTRAINT review_rating_whole CHECK (
  (scale_version_id IS NULL) = (rating_value IS NULL)
  AND num_nonnulls(unit_singular, unit_plural, unit_glyph) IN (0, 3)
  AND (unit_singular IS NULL OR scale_version_id IS NOT NULL)
);
CREATE FUNCTION review_rating_on_scale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM rating_scale_version s WHERE s.id = NEW.scale_version_id
      AND NEW.rating_value BETWEEN s.min AND s.max AND mod(NEW.rating_value - s.min, s.step) = 0
  ) THEN
    RAISE EXCEPTION 'rating % is not on its scale', NEW.rating_value USING ERRCODE = 'check_violation', CONSTRAINT = 'review_rating_on_scale';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_rating_on_scale BEFORE INSERT OR UPDATE OF rating_value, scale_version_id ON review
  FOR EACH ROW WHEN (NEW.rating_value IS NOT NULL) EXECUTE FUNCTION review_rating_on_scale();
ALTER TABLE review ADD CONSTRAINT review_versions CHECK (
  version >= 1 AND (published_version IS NULL OR published_version BETWEEN 1 AND version)
  AND (published_version IS NULL) = (published_at IS NULL)
  AND (retracted_at IS NULL OR published_at IS NOT NULL)
  AND rereview_of_id IS DISTINCT FROM id
);

-- A publication is a snapshot: only whether it is the current one may change, and one per review is.
-- (An index over an expression, since Prisma's diff would drop a partial one that its schema does not name.)
CREATE UNIQUE INDEX publication_one_current ON publication ((CASE WHEN is_current THEN review_id END));
CREATE UNIQUE INDEX publication_current_slug ON publication ((CASE WHEN is_current THEN slug END));
ALTER TABLE publication ADD CONSTRAINT publication_complete CHECK (
  btrim(title) <> '' AND modified_at >= published_at AND number >= 1 AND word_count >= 0
  AND (rating IS NULL) = (score IS NULL) AND (score IS NULL OR score BETWEEN 0 AND 100)
);
CREATE FUNCTION publication_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - 'is_current' IS DISTINCT FROM to_jsonb(OLD) - 'is_current' OR (NEW.is_current AND NOT OLD.is_current) THEN
    RAISE EXCEPTION 'a publication never changes: publish a new one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_immutable BEFORE UPDATE ON publication FOR EACH ROW EXECUTE FUNCTION publication_is_immutable();

-- Addresses: a moved one says where to, and that is never another moved one.
ALTER TABLE address ADD CONSTRAINT address_form CHECK (
  path ~ '^/([a-z0-9-]+(/[a-z0-9-]+)*)?$' AND (state = 'moved') = (target IS NOT NULL) AND target IS DISTINCT FROM path
);
CREATE FUNCTION address_moves_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM address a JOIN address b ON b.path = a.target WHERE (a.path = NEW.path OR b.path = NEW.path) AND b.state = 'moved') THEN
    RAISE EXCEPTION 'the redirect from % would be a chain', NEW.path USING ERRCODE = 'check_violation', CONSTRAINT = 'address_moves_once';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER address_moves_once AFTER INSERT OR UPDATE ON address DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION address_moves_once();

ALTER TABLE app_user ADD CONSTRAINT app_user_email_form CHECK (email = lower(email) AND email ~ '^[^@\s]+@[^@\s]+$' AND btrim(name) <> '');
ALTER TABLE media ADD CONSTRAINT media_ready CHECK (
  name ~ '^[a-z0-9-]+$' AND colour ~ '^#[0-9a-f]{6}$' AND focal_x BETWEEN 0 AND 1 AND focal_y BETWEEN 0 AND 1
  AND (state <> 'ready' OR (width > 0 AND height > 0 AND cardinality(widths) > 0))
);

-- Whoever follows the events hears of each at commit, without the writer having to remember to say so.
CREATE FUNCTION content_event_notify() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('content_event', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER content_event_notify AFTER INSERT ON content_event FOR EACH ROW EXECUTE FUNCTION content_event_notify();
CREATE TRIGGER content_event_append_only BEFORE UPDATE ON content_event FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The pages that are not rows.
INSERT INTO address (path, state, kind) VALUES
  ('/', 'live', 'page'), ('/reviews', 'live', 'page'), ('/archive', 'live', 'page'),
  ('/critics', 'live', 'page'), ('/lists', 'live', 'page'), ('/about', 'live', 'page');
