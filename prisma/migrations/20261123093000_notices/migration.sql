-- What people are told of, how they want to hear of it, and the mails that were written.
CREATE TYPE "MailTiming" AS ENUM ('never', 'at_once', 'daily');
CREATE TYPE "MailState" AS ENUM ('kept', 'waiting', 'sent', 'failed');

CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "review_id" UUID,
    "by_id" UUID,
    "words" TEXT NOT NULL DEFAULT '',
    "path" TEXT NOT NULL,
    "key" TEXT,
    "is_waiting" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "notice_path" CHECK ("path" LIKE '/desk%'),
    CONSTRAINT "notice_words" CHECK (length("words") <= 300)
);
CREATE UNIQUE INDEX "notice_user_id_key_key" ON "notice"("user_id", "key");
CREATE INDEX "notice_user_id_at_idx" ON "notice"("user_id", "at" DESC);
-- How many are unread stands on every page of the desk; what waits for the mail of the day is looked for every hour.
CREATE INDEX "notice_unread_idx" ON "notice"("user_id") WHERE "read_at" IS NULL;
CREATE INDEX "notice_waiting_idx" ON "notice"("user_id") WHERE "is_waiting";

CREATE TABLE "notice_choice" (
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "mail" "MailTiming" NOT NULL,

    CONSTRAINT "notice_choice_pkey" PRIMARY KEY ("user_id","kind")
);

CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" "MailState" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT NOT NULL DEFAULT '',
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "mail_sent" CHECK (("state" = 'sent') = ("sent_at" IS NOT NULL))
);
CREATE INDEX "mail_written_at_idx" ON "mail"("written_at" DESC);

ALTER TABLE "notice" ADD CONSTRAINT "notice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice" ADD CONSTRAINT "notice_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice" ADD CONSTRAINT "notice_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "notice_choice" ADD CONSTRAINT "notice_choice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
