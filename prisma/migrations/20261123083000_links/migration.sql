-- CreateEnum
CREATE TYPE "LinkState" AS ENUM ('waiting', 'fine', 'moved', 'broken', 'unsure');

-- CreateTable
CREATE TABLE "link_check" (
    "address" TEXT NOT NULL,
    "state" "LinkState" NOT NULL DEFAULT 'waiting',
    "answer" TEXT NOT NULL DEFAULT '',
    "target" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checked_at" TIMESTAMPTZ(3),
    "taken_until" TIMESTAMPTZ(3),

    CONSTRAINT "link_check_pkey" PRIMARY KEY ("address"),
    -- An index entry holds at most 2,704 bytes.
    CONSTRAINT "link_check_address_length" CHECK (length("address") <= 2000)
);

-- CreateIndex
CREATE INDEX "link_check_state_requested_at_idx" ON "link_check"("state", "requested_at");

-- CreateIndex
CREATE INDEX "link_check_requested_at_idx" ON "link_check"("requested_at");
