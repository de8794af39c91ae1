-- AlterTable
ALTER TABLE "Paper" ADD COLUMN     "planId" UUID;

-- CreateIndex
CREATE INDEX "Paper_planId_idx" ON "Paper"("planId");

