-- What is related to a review is looked for newest first: without these, everything of a topic or of a person is read and sorted.

-- DropIndex
DROP INDEX "credit_person_id_idx";

-- DropIndex
DROP INDEX "publication_topic_topic_id_idx";

-- CreateIndex
CREATE INDEX "credit_person_id_role_id_idx" ON "credit"("person_id", "role", "id");

-- CreateIndex
CREATE INDEX "publication_topic_topic_id_publication_id_idx" ON "publication_topic"("topic_id", "publication_id");

-- CreateIndex
CREATE INDEX "publication_rereview_of_id_idx" ON "publication"("rereview_of_id");
