-- AlterTable
ALTER TABLE "VersionSource" ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'text';

-- CreateTable
CREATE TABLE "Amendment" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "workId" UUID NOT NULL,
    "baseVersionId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "decisionFileId" UUID NOT NULL,
    "decisionTitle" TEXT NOT NULL,
    "decisionText" TEXT NOT NULL,
    "readProblems" JSONB NOT NULL DEFAULT '[]',
    "adopted" DATE,
    "effectiveFrom" DATE,
    "note" TEXT,
    "publish" BOOLEAN NOT NULL DEFAULT true,
    "handWritten" JSONB NOT NULL DEFAULT '[]',
    "settlements" JSONB NOT NULL DEFAULT '[]',
    "report" JSONB,
    "algorithm" TEXT,
    "versionId" UUID,
    "organId" UUID,
    "startedBy" UUID NOT NULL,
    "startedByName" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedBy" UUID,
    "endedByName" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_versionId_key" ON "Amendment"("versionId");

-- CreateIndex
CREATE INDEX "Amendment_workId_state_idx" ON "Amendment"("workId", "state");

-- Judged when the transaction ends: a correction of an alignment exchanges identities.
ALTER TABLE "Provision" ADD CONSTRAINT "Provision_versionId_provisionId_key" UNIQUE ("versionId", "provisionId") DEFERRABLE INITIALLY DEFERRED;

-- How a version came about is evidence: what was accepted or dropped stays as it was.
CREATE FUNCTION "refuseChangeOfAmendment"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'draft' AND TG_OP = 'UPDATE' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'amendment % has ended and cannot be changed', OLD.id USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER "AmendmentIsFixed" BEFORE UPDATE OR DELETE ON "Amendment" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfAmendment"();

