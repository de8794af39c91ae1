-- AlterTable
ALTER TABLE "ProjectDocument" ADD COLUMN     "carriedReason" TEXT;

-- AlterTable
ALTER TABLE "ProjectMember" ADD COLUMN     "endReason" TEXT,
ADD COLUMN     "endedBy" UUID,
ADD COLUMN     "endedByName" TEXT;

-- AlterTable
ALTER TABLE "ResearchFinding" ADD COLUMN     "correctionReason" TEXT,
ADD COLUMN     "replacedById" UUID;

