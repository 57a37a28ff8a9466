-- The archive by month.

-- AlterTable
ALTER TABLE "publication" ADD COLUMN "month" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "standing" (
    "work_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "kind" "WorkKind" NOT NULL,
    "release_year" INTEGER,
    "genres" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "score" DECIMAL(5,2) NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "standing_pkey" PRIMARY KEY ("work_id")
);

-- CreateIndex
CREATE INDEX "standing_score_published_at_work_id_idx" ON "standing"("score" DESC, "published_at" DESC, "work_id");

-- CreateIndex
CREATE INDEX "standing_kind_score_published_at_work_id_idx" ON "standing"("kind", "score" DESC, "published_at" DESC, "work_id");

-- CreateIndex
CREATE INDEX "standing_release_year_score_published_at_work_id_idx" ON "standing"("release_year", "score" DESC, "published_at" DESC, "work_id");

-- CreateIndex
CREATE INDEX "standing_genres_idx" ON "standing" USING GIN ("genres");

-- CreateIndex
CREATE INDEX "standing_publication_id_idx" ON "standing"("publication_id");

-- CreateIndex
CREATE INDEX "publication_is_current_year_month_published_at_id_idx" ON "publication"("is_current", "year" DESC, "month" DESC, "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "publication_is_current_id_work_id_score_idx" ON "publication"("is_current", "id", "work_id", "score");

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_work_id_fkey" FOREIGN KEY ("work_id") REFERENCES "work"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standing" ADD CONSTRAINT "standing_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publication"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say. lib/top/standings.db.test.ts and lib/archive/published.db.test.ts show that it holds.

-- The month of a publication in the publication's zone, beside its year: whoever writes the row, it is right.
CREATE FUNCTION publication_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.month := extract(month FROM NEW.published_at AT TIME ZONE
    coalesce((SELECT value #>> '{}' FROM setting WHERE key = 'timeZone'), 'Europe/London'));
  RETURN NEW;
END $$;
CREATE TRIGGER publication_month BEFORE INSERT ON publication FOR EACH ROW EXECUTE FUNCTION publication_month();

-- What is there already: the one time that a publication is written over, in a column that it never had.
ALTER TABLE publication DISABLE TRIGGER publication_immutable;
UPDATE publication SET month = extract(month FROM published_at AT TIME ZONE
  coalesce((SELECT value #>> '{}' FROM setting WHERE key = 'timeZone'), 'Europe/London'));
ALTER TABLE publication ENABLE TRIGGER publication_immutable;
ALTER TABLE publication ADD CONSTRAINT publication_month CHECK (month BETWEEN 1 AND 12);

INSERT INTO address (path, state, kind)
  SELECT DISTINCT format('/archive/%s/%s', year, lpad(month::text, 2, '0')), 'live'::"AddressState", 'archive'::"AddressKind"
  FROM publication WHERE is_current
  ON CONFLICT (path) DO NOTHING;

-- The standing of a work is that of its newest score. It is kept by the database, so that publishing, retracting, merging works
-- and reading a scale anew cannot forget it. The lock lets two who publish about one work at once see each other.
CREATE FUNCTION refresh_standing(of_work uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM work WHERE id = of_work FOR NO KEY UPDATE;
  INSERT INTO standing (work_id, publication_id, kind, release_year, genres, score, published_at)
    SELECT w.id, p.id, w.kind, w.release_year, w.genres, p.score, p.published_at
    FROM publication p JOIN work w ON w.id = p.work_id
    WHERE p.work_id = of_work AND p.is_current AND p.score IS NOT NULL
    ORDER BY p.published_at DESC, p.id DESC LIMIT 1
  ON CONFLICT (work_id) DO UPDATE SET
    publication_id = EXCLUDED.publication_id, kind = EXCLUDED.kind, release_year = EXCLUDED.release_year,
    genres = EXCLUDED.genres, score = EXCLUDED.score, published_at = EXCLUDED.published_at;
  IF NOT FOUND THEN
    DELETE FROM standing WHERE work_id = of_work;
  END IF;
END $$;

CREATE FUNCTION publication_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM refresh_standing(OLD.work_id);
  END IF;
  IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.work_id <> OLD.work_id) THEN
    PERFORM refresh_standing(NEW.work_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER publication_standing AFTER INSERT OR DELETE OR UPDATE OF is_current, work_id, score ON publication
  FOR EACH ROW EXECUTE FUNCTION publication_standing();

CREATE FUNCTION work_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE standing SET kind = NEW.kind, release_year = NEW.release_year, genres = NEW.genres WHERE work_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER work_standing AFTER UPDATE OF kind, release_year, genres ON work
  FOR EACH ROW EXECUTE FUNCTION work_standing();

INSERT INTO standing (work_id, publication_id, kind, release_year, genres, score, published_at)
  SELECT DISTINCT ON (w.id) w.id, p.id, w.kind, w.release_year, w.genres, p.score, p.published_at
  FROM publication p JOIN work w ON w.id = p.work_id
  WHERE p.is_current AND p.score IS NOT NULL
  ORDER BY w.id, p.published_at DESC, p.id DESC;
