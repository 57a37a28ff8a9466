-- The steps that a review takes before readers see it, as the house has them; who has it, until when, and how much it matters.

CREATE TYPE "Priority" AS ENUM ('low', 'normal', 'high');
CREATE TYPE "ViewPlace" AS ENUM ('reviews', 'board');

CREATE TABLE "workflow_step" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "movers" "Role"[] NOT NULL,
    "is_start" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "workflow_step_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "workflow_step_name" CHECK ("name" <> '' AND length("name") <= 40),
    -- The owner is never shut out of a step, so that nothing can be stuck before one.
    CONSTRAINT "workflow_step_movers" CHECK ('owner' = ANY ("movers"))
);
CREATE UNIQUE INDEX "workflow_step_name_key" ON "workflow_step"(lower("name"));
-- New reviews begin in one step.
CREATE UNIQUE INDEX "workflow_step_start_key" ON "workflow_step"("is_start") WHERE "is_start";

INSERT INTO "workflow_step" ("name", "position", "movers", "is_start") VALUES
  ('Pitch', 1, '{owner,editor,critic,contributor}', false),
  ('Assigned', 2, '{owner,editor}', false),
  ('Draft', 3, '{owner,editor,critic,contributor}', true),
  ('Edit', 4, '{owner,editor,critic,contributor}', false),
  ('Copy', 5, '{owner,editor}', false),
  ('Ready', 6, '{owner,editor}', false);

-- Where a new review begins.
CREATE FUNCTION start_step() RETURNS uuid LANGUAGE sql STABLE
  AS 'SELECT "id" FROM "workflow_step" WHERE "is_start"';

ALTER TABLE "review"
  ADD COLUMN "step_id" UUID NOT NULL DEFAULT start_step(),
  ADD COLUMN "step_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "assignee_id" UUID,
  ADD COLUMN "due_on" DATE,
  ADD COLUMN "priority" "Priority" NOT NULL DEFAULT 'normal',
  ADD COLUMN "pitch" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "plan_version" INTEGER NOT NULL DEFAULT 1;
UPDATE "review" SET "step_at" = "updated_at",
  "step_id" = CASE WHEN "published_version" IS NULL THEN "step_id"
    ELSE (SELECT "id" FROM "workflow_step" ORDER BY "position" DESC LIMIT 1) END;
ALTER TABLE "review" ADD CONSTRAINT "review_step_id_fkey" FOREIGN KEY ("step_id") REFERENCES "workflow_step"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review" ADD CONSTRAINT "review_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The board asks for what is not live, step by step; that is a hundredth of an archive.
CREATE INDEX "review_board_idx" ON "review"("step_id", "priority" DESC, "due_on", "updated_at" DESC)
  WHERE "trashed_at" IS NULL AND ("published_version" IS NULL OR "retracted_at" IS NOT NULL);
CREATE INDEX "review_assignee_id_idx" ON "review"("assignee_id");
CREATE INDEX "review_due_on_idx" ON "review"("due_on");
-- The calendar, what went out lately, and lists by publication.
CREATE INDEX "review_lately_idx" ON "review"("published_at" DESC NULLS LAST, "id" DESC) WHERE "trashed_at" IS NULL;
CREATE INDEX "review_created_by_id_idx" ON "review"("created_by_id");

CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "place" "ViewPlace" NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "owner_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "saved_view_name" CHECK ("name" <> '' AND length("name") <= 60),
    CONSTRAINT "saved_view_query" CHECK (length("query") <= 1000)
);
-- A name stands once among somebody's own, and once among the house's.
CREATE UNIQUE INDEX "saved_view_name_key" ON "saved_view"("place", "owner_id", lower("name")) NULLS NOT DISTINCT;
CREATE INDEX "saved_view_owner_id_idx" ON "saved_view"("owner_id");
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
