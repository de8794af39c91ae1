-- AlterTable
ALTER TABLE "Work" ADD COLUMN     "collection" TEXT;

