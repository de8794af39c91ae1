-- What is kept as evidence is only ever added to (design §4a: audit chain, versions; the events of a case): the database
-- refuses what the program never does, so that a mistake or a hand in the database does not go unseen.

CREATE FUNCTION "refuseChangeOfRecord"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER "AuditEntryIsFixed" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfRecord"();
CREATE TRIGGER "AuditEntryIsKept" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION "refuseChangeOfRecord"();
CREATE TRIGGER "AuditHeadIsFixed" BEFORE UPDATE OR DELETE ON "AuditHead" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfRecord"();
CREATE TRIGGER "AuditHeadIsKept" BEFORE TRUNCATE ON "AuditHead" FOR EACH STATEMENT EXECUTE FUNCTION "refuseChangeOfRecord"();

-- The history of a draft goes with the draft; what was sent keeps every event.
CREATE FUNCTION "refuseChangeOfEvent"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM "Filing" WHERE id = OLD."filingId" AND state = 'draft') THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'event % happened and cannot be changed', OLD.id USING ERRCODE = 'integrity_constraint_violation';
END
$$;

CREATE TRIGGER "CaseEventIsFixed" BEFORE UPDATE OR DELETE ON "CaseEvent" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfEvent"();

-- Dates and publication of a version may be put right; its text never changes: a correction is a new version.
CREATE FUNCTION "refuseChangeOfText"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'version % was stored and cannot be deleted', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.id, NEW."workId", NEW.tree, NEW.text, NEW."textDigest") IS DISTINCT FROM (OLD.id, OLD."workId", OLD.tree, OLD.text, OLD."textDigest") THEN
    RAISE EXCEPTION 'the text of version % was stored and cannot be changed', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER "VersionTextIsFixed" BEFORE UPDATE OR DELETE ON "Version" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfText"();
