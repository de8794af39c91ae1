-- AlterTable
ALTER TABLE "VersionSource" ADD COLUMN     "algorithm" TEXT;

-- CreateTable
CREATE TABLE "AlignmentCorrection" (
    "id" UUID NOT NULL,
    "fromVersionId" UUID NOT NULL,
    "toVersionId" UUID NOT NULL,
    "fromEIds" TEXT[],
    "toEIds" TEXT[],
    "relation" TEXT NOT NULL,
    "note" TEXT,
    "algorithm" TEXT NOT NULL,
    "identities" JSONB NOT NULL DEFAULT '{}',
    "correctedBy" UUID NOT NULL,
    "correctedByName" TEXT NOT NULL,
    "correctedAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneBy" UUID,
    "undoneByName" TEXT,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "AlignmentCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AlignmentCorrection_fromVersionId_toVersionId_idx" ON "AlignmentCorrection"("fromVersionId", "toVersionId");

-- CreateIndex
CREATE INDEX "AlignmentCorrection_toVersionId_idx" ON "AlignmentCorrection"("toVersionId");


-- What a person said of an alignment is history: it may be undone once, and is never changed or taken away.
CREATE FUNCTION "refuseChangeOfCorrection"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."undoneAt" IS NULL AND NEW."undoneAt" IS NOT NULL
    AND to_jsonb(NEW) - 'undoneAt' - 'undoneBy' - 'undoneByName' = to_jsonb(OLD) - 'undoneAt' - 'undoneBy' - 'undoneByName' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'correction % was said and cannot be changed', OLD.id USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER "AlignmentCorrectionIsFixed" BEFORE UPDATE OR DELETE ON "AlignmentCorrection" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfCorrection"();
