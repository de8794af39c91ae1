-- AlterTable
ALTER TABLE "DraftStep" ADD COLUMN     "touched" TEXT[];

-- CreateTable
CREATE TABLE "ArticleChange" (
    "id" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "articleKey" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "fromVersion" INTEGER NOT NULL,
    "toVersion" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "personName" TEXT NOT NULL,
    "authorName" TEXT,
    "before" TEXT,
    "after" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArticleChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ArticleChange_draftId_articleKey_idx" ON "ArticleChange"("draftId", "articleKey");

-- AddForeignKey
ALTER TABLE "ArticleChange" ADD CONSTRAINT "ArticleChange_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

