-- CreateEnum
CREATE TYPE "PingService" AS ENUM ('indexnow', 'websub');

-- CreateEnum
CREATE TYPE "PingState" AS ENUM ('waiting', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "DeliveryFormat" AS ENUM ('csv', 'json');

-- AlterTable
ALTER TABLE "publication" ADD COLUMN     "language" TEXT,
ADD COLUMN     "translation_of_id" UUID;

-- AlterTable
ALTER TABLE "review" ADD COLUMN     "language" TEXT,
ADD COLUMN     "translation_of_id" UUID;

-- AlterTable
ALTER TABLE "scale_reading" ADD COLUMN     "fresh_from" DECIMAL(8,3);

-- CreateTable
CREATE TABLE "ping" (
    "id" UUID NOT NULL,
    "service" "PingService" NOT NULL,
    "event_id" BIGINT NOT NULL,
    "cause" TEXT NOT NULL,
    "urls" TEXT[],
    "host" TEXT NOT NULL,
    "state" "PingState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "answer" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "ping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "format" "DeliveryFormat" NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivered_review" (
    "delivery_id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "delivered_review_pkey" PRIMARY KEY ("delivery_id","review_id")
);

-- CreateIndex
CREATE INDEX "ping_created_at_idx" ON "ping"("created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ping_event_id_service_host_key" ON "ping"("event_id", "service", "host");

-- CreateIndex
CREATE INDEX "delivery_at_idx" ON "delivery"("at" DESC);

-- CreateIndex
CREATE INDEX "delivered_review_review_id_idx" ON "delivered_review"("review_id");

-- CreateIndex
CREATE INDEX "publication_translation_of_id_idx" ON "publication"("translation_of_id");

-- CreateIndex
CREATE INDEX "review_translation_of_id_idx" ON "review"("translation_of_id");

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "app_user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivered_review" ADD CONSTRAINT "delivered_review_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivered_review" ADD CONSTRAINT "delivered_review_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_translation_of_id_fkey" FOREIGN KEY ("translation_of_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A language is a tag of BCP 47; a translation is one of an original, in another language.
ALTER TABLE review ADD CONSTRAINT review_language CHECK (
  language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' AND translation_of_id IS DISTINCT FROM id
);
ALTER TABLE publication ADD CONSTRAINT publication_language CHECK (
  language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' AND translation_of_id IS DISTINCT FROM review_id
);
ALTER TABLE ping ADD CONSTRAINT ping_state CHECK ((state = 'waiting') = (finished_at IS NULL) AND cardinality(urls) > 0 AND attempts >= 0);
ALTER TABLE delivery ADD CONSTRAINT delivery_range CHECK (from_day <= to_day AND btrim(recipient) <> '');
ALTER TABLE delivered_review ADD CONSTRAINT delivered_digest CHECK (digest ~ '^[0-9a-f]{64}$');

-- The pages about what machines read.
INSERT INTO address (path, state, kind) VALUES ('/feeds', 'live', 'page'), ('/developers', 'live', 'page');
