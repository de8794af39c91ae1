-- AlterTable
ALTER TABLE "ResearchFinding" ADD COLUMN     "removalReason" TEXT,
ADD COLUMN     "removedBy" UUID,
ADD COLUMN     "removedByName" TEXT,
ADD COLUMN     "removedOn" DATE;

