-- AlterTable
ALTER TABLE "ImportRun" ADD COLUMN     "organId" UUID,
ADD COLUMN     "request" JSONB;

-- AlterTable
ALTER TABLE "Work" ADD COLUMN     "sameAsId" UUID;

-- CreateIndex
CREATE INDEX "Work_sameAsId_idx" ON "Work"("sameAsId");

