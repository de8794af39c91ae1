-- AlterTable
ALTER TABLE "CaseClock" ADD COLUMN     "paperId" UUID;

-- AlterTable
ALTER TABLE "MakerReply" ADD COLUMN     "answers" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "Paper" ADD COLUMN     "countersigners" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "draftNo" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "flagIds" UUID[],
ADD COLUMN     "values" JSONB NOT NULL DEFAULT '{}';


-- What was issued never changes (GB/T 9704 practice; domain §8): only the stamped scan and the delivery are added, once.
CREATE FUNCTION "refuseChangeOfIssuedPaper"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  added text[] := ARRAY['sealedFileId', 'sealedBy', 'sealedAt', 'deliveredAt', 'updatedAt', 'revision'];
BEGIN
  IF OLD.state <> 'issued' THEN
    RETURN COALESCE(NEW, OLD);
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'paper % was issued and cannot be deleted', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF to_jsonb(NEW) - added IS DISTINCT FROM to_jsonb(OLD) - added
    OR (OLD."sealedAt" IS NOT NULL AND (NEW."sealedFileId", NEW."sealedBy", NEW."sealedAt") IS DISTINCT FROM (OLD."sealedFileId", OLD."sealedBy", OLD."sealedAt"))
    OR (OLD."deliveredAt" IS NOT NULL AND NEW."deliveredAt" IS DISTINCT FROM OLD."deliveredAt") THEN
    RAISE EXCEPTION 'paper % was issued and cannot be changed', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "IssuedPaperIsFixed" BEFORE UPDATE OR DELETE ON "Paper" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfIssuedPaper"();
