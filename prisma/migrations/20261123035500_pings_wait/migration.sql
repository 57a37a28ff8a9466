-- AlterTable
ALTER TABLE "ping" ADD COLUMN     "due_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "ping_state_created_at_idx" ON "ping"("state", "created_at" DESC);

-- What is finished waits for nothing.
ALTER TABLE ping ADD CONSTRAINT ping_due CHECK (state = 'waiting' OR due_at IS NULL);
