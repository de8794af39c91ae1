-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "noticeEmail" TEXT,
ADD COLUMN     "noticePhone" TEXT;

