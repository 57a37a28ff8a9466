-- Who has which review open, and which of their windows writes. UNLOGGED: a crash empties it, and every open window is back within seconds.

CREATE UNLOGGED TABLE "editing_window" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "wrote_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "holds_pen" BOOLEAN NOT NULL DEFAULT false,
    "settles_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3),
    "declined_at" TIMESTAMPTZ(3),
    "taken_by" TEXT,
    "taken_word" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "editing_window_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "editing_window_pen" CHECK (NOT ("holds_pen" AND "asked_at" IS NOT NULL) AND length("taken_word") <= 200)
);

CREATE INDEX "editing_window_review_id_idx" ON "editing_window"("review_id");
CREATE INDEX "editing_window_seen_at_idx" ON "editing_window"("seen_at");
-- One pen for a review.
CREATE UNIQUE INDEX "editing_window_one_pen" ON "editing_window"("review_id") WHERE "holds_pen";

ALTER TABLE "editing_window" ADD CONSTRAINT "editing_window_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "editing_window" ADD CONSTRAINT "editing_window_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever reads along hears of every new version, whatever made it. Nothing is sent while nobody does: NOTIFY makes commits wait for each other.
CREATE FUNCTION tell_those_who_read_along() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM editing_window WHERE review_id = NEW.id AND NOT holds_pen) THEN
    PERFORM pg_notify('editing_window', NEW.id::text);
  END IF;
  RETURN NULL;
END;
$$;
CREATE TRIGGER review_read_along AFTER UPDATE OF version ON review
  FOR EACH ROW WHEN (OLD.version IS DISTINCT FROM NEW.version) EXECUTE FUNCTION tell_those_who_read_along();
