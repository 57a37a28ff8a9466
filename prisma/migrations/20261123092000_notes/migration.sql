-- What people say to each other about a text, beside it; and scores that wait for the critic whose they are.

CREATE TYPE "NoteKind" AS ENUM ('comment', 'suggestion');
CREATE TYPE "NoteState" AS ENUM ('open', 'resolved', 'accepted', 'rejected');
CREATE TYPE "ProposalState" AS ENUM ('open', 'accepted', 'refused', 'withdrawn');

CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "kind" "NoteKind" NOT NULL,
    "state" "NoteState" NOT NULL DEFAULT 'open',
    "block" INTEGER,
    "start" INTEGER,
    "end" INTEGER,
    "quote" TEXT NOT NULL DEFAULT '',
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "replacement" TEXT,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "note_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "note_kind_state" CHECK (CASE "kind"
      WHEN 'comment' THEN "state" IN ('open', 'resolved') AND "replacement" IS NULL
      ELSE "state" IN ('open', 'accepted', 'rejected') AND "replacement" IS NOT NULL AND "replacement" <> "quote" END),
    CONSTRAINT "note_settled" CHECK (("state" = 'open') = ("settled_at" IS NULL)),
    CONSTRAINT "note_place" CHECK (("block" IS NULL AND "start" IS NULL AND "end" IS NULL)
      OR ("block" >= 0 AND "start" >= 0 AND "end" >= "start"))
);
CREATE INDEX "note_review_id_state_idx" ON "note"("review_id", "state");

CREATE TABLE "note_comment" (
    "id" UUID NOT NULL,
    "note_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "note_comment_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "note_comment_text" CHECK (("deleted_at" IS NULL) = ("text" <> '') AND length("text") <= 4000)
);
CREATE INDEX "note_comment_note_id_created_at_idx" ON "note_comment"("note_id", "created_at");

CREATE TABLE "note_mention" (
    "comment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "note_mention_pkey" PRIMARY KEY ("comment_id", "user_id")
);
CREATE INDEX "note_mention_user_id_idx" ON "note_mention"("user_id");

CREATE TABLE "score_proposal" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "state" "ProposalState" NOT NULL DEFAULT 'open',
    "from" JSONB,
    "to" JSONB,
    "from_text" TEXT NOT NULL,
    "to_text" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "score_proposal_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "score_proposal_answered" CHECK (("state" = 'open') = ("answered_at" IS NULL))
);
CREATE INDEX "score_proposal_review_id_at_idx" ON "score_proposal"("review_id", "at");
-- One open proposal for a review.
CREATE UNIQUE INDEX "score_proposal_one_open" ON "score_proposal"("review_id") WHERE "state" = 'open';

ALTER TABLE "note" ADD CONSTRAINT "note_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "note" ADD CONSTRAINT "note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "note" ADD CONSTRAINT "note_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "note_comment" ADD CONSTRAINT "note_comment_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "note"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "note_comment" ADD CONSTRAINT "note_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "note_mention" ADD CONSTRAINT "note_mention_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "note_comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "note_mention" ADD CONSTRAINT "note_mention_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "score_proposal" ADD CONSTRAINT "score_proposal_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "score_proposal" ADD CONSTRAINT "score_proposal_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "score_proposal" ADD CONSTRAINT "score_proposal_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
