-- Titles that are nearly the same, for the question whether a new work is here already.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateIndex
CREATE INDEX "work_sort_title_trigrams_idx" ON "work" USING GIN ("sort_title" gin_trgm_ops);
