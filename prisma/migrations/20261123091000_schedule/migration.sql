-- What is to be done at a moment, what may not be published before one, and links for readers from outside.
CREATE TYPE "ScheduledVerb" AS ENUM ('publish', 'retract');
CREATE TYPE "ScheduleState" AS ENUM ('waiting', 'done', 'failed', 'cancelled');

CREATE TABLE "schedule" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "verb" "ScheduledVerb" NOT NULL,
    "wall" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "ScheduleState" NOT NULL DEFAULT 'waiting',
    "problem" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "schedule_wall" CHECK ("wall" ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
    CONSTRAINT "schedule_ended" CHECK (("state" = 'waiting') = ("ended_at" IS NULL)),
    CONSTRAINT "schedule_problem" CHECK (("state" = 'failed') = ("problem" <> ''))
);
CREATE INDEX "schedule_review_id_set_at_idx" ON "schedule"("review_id", "set_at");
CREATE INDEX "schedule_state_at_idx" ON "schedule"("state", "at");
-- Of one verb, one is waiting for a review.
CREATE UNIQUE INDEX "schedule_one_waiting" ON "schedule"("review_id", "verb") WHERE "state" = 'waiting';
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "schedule" ADD CONSTRAINT "schedule_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "preview_link" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "preview_link_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "preview_link_name" CHECK ("name" <> ''),
    CONSTRAINT "preview_link_hash" CHECK (octet_length("hash") = 32)
);
CREATE UNIQUE INDEX "preview_link_hash_key" ON "preview_link"("hash");
CREATE INDEX "preview_link_review_id_created_at_idx" ON "preview_link"("review_id", "created_at");
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "review" ADD COLUMN "embargo_at" TIMESTAMPTZ(3), ADD COLUMN "embargo_note" TEXT NOT NULL DEFAULT '';
ALTER TABLE "review" ADD CONSTRAINT "review_embargo_note" CHECK ("embargo_note" = '' OR "embargo_at" IS NOT NULL);

-- Whatever way leads to a publication, an embargo holds it back by the database's clock. Only a transaction that names the review as lifted
-- gets past it: publishing against an embargo, with a reason, is the one command that does.
CREATE FUNCTION publication_keeps_embargo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM review WHERE id = NEW.review_id AND embargo_at > clock_timestamp())
    AND current_setting('out_of_five.embargo_lifted', true) IS DISTINCT FROM NEW.review_id::text THEN
    RAISE EXCEPTION 'review % is under embargo', NEW.review_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER publication_keeps_embargo BEFORE INSERT ON publication FOR EACH ROW EXECUTE FUNCTION publication_keeps_embargo();
