-- CreateTable
CREATE TABLE "PublicConsultation" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "organId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "snapshotId" UUID NOT NULL,
    "noticePaperId" UUID,
    "noticeFileId" UUID,
    "explanationPaperId" UUID,
    "explanationFileId" UUID,
    "explanationText" TEXT,
    "opensOn" DATE NOT NULL,
    "closesOn" DATE NOT NULL,
    "howTo" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedBy" UUID NOT NULL,
    "publishedByName" TEXT NOT NULL,
    "disposition" TEXT,
    "dispositionAt" TIMESTAMPTZ(3),
    "dispositionBy" UUID,
    "dispositionByName" TEXT,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedReason" TEXT,

    CONSTRAINT "PublicConsultation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PublicConsultation_projectId_idx" ON "PublicConsultation"("projectId");

-- CreateIndex
CREATE INDEX "PublicConsultation_revokedAt_closesOn_idx" ON "PublicConsultation"("revokedAt", "closesOn");

-- AddForeignKey
ALTER TABLE "PublicConsultation" ADD CONSTRAINT "PublicConsultation_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

