-- AlterTable
ALTER TABLE "HearingApplicant" ADD COLUMN     "accessCodeDigest" TEXT;

-- CreateTable
CREATE TABLE "HearingChoice" (
    "id" UUID NOT NULL,
    "hearingId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "balanceReason" TEXT,
    "lateReason" TEXT,
    "changeReason" TEXT,

    CONSTRAINT "HearingChoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HearingAnswer" (
    "id" UUID NOT NULL,
    "choiceId" UUID NOT NULL,
    "applicantId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "ground" TEXT,
    "note" TEXT NOT NULL,

    CONSTRAINT "HearingAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HearingTelling" (
    "id" UUID NOT NULL,
    "choiceId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "how" TEXT NOT NULL,

    CONSTRAINT "HearingTelling_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HearingChoice_hearingId_idx" ON "HearingChoice"("hearingId");

-- CreateIndex
CREATE UNIQUE INDEX "HearingAnswer_choiceId_applicantId_key" ON "HearingAnswer"("choiceId", "applicantId");

-- CreateIndex
CREATE UNIQUE INDEX "HearingTelling_choiceId_key" ON "HearingTelling"("choiceId");

-- AddForeignKey
ALTER TABLE "HearingChoice" ADD CONSTRAINT "HearingChoice_hearingId_fkey" FOREIGN KEY ("hearingId") REFERENCES "PublicHearing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HearingAnswer" ADD CONSTRAINT "HearingAnswer_choiceId_fkey" FOREIGN KEY ("choiceId") REFERENCES "HearingChoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HearingAnswer" ADD CONSTRAINT "HearingAnswer_applicantId_fkey" FOREIGN KEY ("applicantId") REFERENCES "HearingApplicant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HearingTelling" ADD CONSTRAINT "HearingTelling_choiceId_fkey" FOREIGN KEY ("choiceId") REFERENCES "HearingChoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- Who was chosen, on what ground, and that they were told: only ever added to.
CREATE TRIGGER "HearingChoiceIsFixed" BEFORE UPDATE OR DELETE ON "HearingChoice" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfRecord"();
CREATE TRIGGER "HearingAnswerIsFixed" BEFORE UPDATE OR DELETE ON "HearingAnswer" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfRecord"();
CREATE TRIGGER "HearingTellingIsFixed" BEFORE UPDATE OR DELETE ON "HearingTelling" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfRecord"();
