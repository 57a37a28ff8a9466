-- CreateTable
CREATE TABLE "name_report" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL,
    "checked" INTEGER NOT NULL DEFAULT 0,
    "after_id" UUID,

    CONSTRAINT "name_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name_doubt" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "offset" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "suggestion" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_accent" BOOLEAN NOT NULL,

    CONSTRAINT "name_doubt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "name_doubt_review_id_position_key" ON "name_doubt"("review_id", "position");

-- CreateIndex
CREATE INDEX "name_doubt_key_idx" ON "name_doubt"("key");

-- CreateIndex
CREATE INDEX "name_doubt_report_id_idx" ON "name_doubt"("report_id");

-- AddForeignKey
ALTER TABLE "name_doubt" ADD CONSTRAINT "name_doubt_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "name_report"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "name_doubt" ADD CONSTRAINT "name_doubt_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE CASCADE ON UPDATE CASCADE;
