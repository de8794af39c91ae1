-- AlterTable
ALTER TABLE "ApprovalRequest" ADD COLUMN     "enclosures" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "onAgendaOn" DATE;

-- CreateIndex
CREATE INDEX "Publication_versionId_idx" ON "Publication"("versionId");

