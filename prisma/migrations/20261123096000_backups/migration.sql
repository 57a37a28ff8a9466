-- CreateEnum
CREATE TYPE "BackupKind" AS ENUM ('made', 'proven', 'restored');

-- CreateTable
CREATE TABLE "backup_run" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" "BackupKind" NOT NULL,
    "file" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "seconds" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "rows" BIGINT NOT NULL DEFAULT 0,
    "files" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "backup_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "backup_run_kind_at_idx" ON "backup_run"("kind", "at" DESC);

CREATE TRIGGER backup_run_append_only BEFORE UPDATE OR DELETE ON backup_run FOR EACH ROW EXECUTE FUNCTION refuse_change();
