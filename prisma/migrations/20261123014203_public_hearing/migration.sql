-- CreateTable
CREATE TABLE "PublicHearing" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "organId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "noticePaperId" UUID,
    "noticeFileId" UUID,
    "heldOn" DATE NOT NULL,
    "hours" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "participants" INTEGER NOT NULL,
    "observers" INTEGER NOT NULL,
    "conditions" TEXT NOT NULL,
    "applyTo" DATE NOT NULL,
    "howTo" TEXT NOT NULL,
    "placeRules" TEXT NOT NULL,
    "lateReason" TEXT,
    "announcedOn" DATE NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedBy" UUID NOT NULL,
    "publishedByName" TEXT NOT NULL,
    "cancelledOn" DATE,
    "cancelledReason" TEXT,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedReason" TEXT,
    "applied" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PublicHearing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HearingCorrection" (
    "id" UUID NOT NULL,
    "hearingId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "changes" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" UUID NOT NULL,
    "byName" TEXT NOT NULL,

    CONSTRAINT "HearingCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HearingApplicant" (
    "id" UUID NOT NULL,
    "hearingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "telephone" TEXT NOT NULL,
    "occupation" TEXT NOT NULL,
    "position" TEXT,
    "statement" TEXT NOT NULL,
    "receivedOn" DATE NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HearingApplicant_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PublicHearing_projectId_idx" ON "PublicHearing"("projectId");

-- CreateIndex
CREATE INDEX "PublicHearing_revokedAt_heldOn_idx" ON "PublicHearing"("revokedAt", "heldOn");

-- CreateIndex
CREATE INDEX "HearingCorrection_hearingId_idx" ON "HearingCorrection"("hearingId");

-- CreateIndex
CREATE UNIQUE INDEX "HearingApplicant_hearingId_number_key" ON "HearingApplicant"("hearingId", "number");

-- AddForeignKey
ALTER TABLE "PublicHearing" ADD CONSTRAINT "PublicHearing_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HearingCorrection" ADD CONSTRAINT "HearingCorrection_hearingId_fkey" FOREIGN KEY ("hearingId") REFERENCES "PublicHearing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HearingApplicant" ADD CONSTRAINT "HearingApplicant_hearingId_fkey" FOREIGN KEY ("hearingId") REFERENCES "PublicHearing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

