-- AlterTable
ALTER TABLE "Draft" ADD COLUMN     "trackedDoc" JSONB;

