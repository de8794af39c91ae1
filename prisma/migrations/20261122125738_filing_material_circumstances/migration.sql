-- AlterTable
ALTER TABLE "Filing" ADD COLUMN     "formalSettlements" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "traits" TEXT[];

