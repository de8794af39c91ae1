-- AlterTable
ALTER TABLE "Filing" ADD COLUMN     "jointMakers" JSONB NOT NULL DEFAULT '[]';

-- Organs of the register come first, then what was typed: an organ that the register lacks.
UPDATE "Filing" f SET
  "jointMakers" = coalesce((SELECT jsonb_agg(jsonb_build_object('organId', o.id, 'name', o.name) ORDER BY array_position(f."jointMakerIds", o.id)) FROM "Organ" o WHERE o.id = ANY (f."jointMakerIds")), '[]')
    || CASE WHEN f."jointMakersText" IS NULL THEN '[]' ELSE jsonb_build_array(jsonb_build_object('organId', NULL, 'name', f."jointMakersText")) END
WHERE f."jointMakersText" IS NOT NULL OR cardinality(f."jointMakerIds") > 0;
UPDATE "Filing" f SET "jointMakersText" = (SELECT string_agg(j.one ->> 'name', '、' ORDER BY j.at) FROM jsonb_array_elements(f."jointMakers") WITH ORDINALITY AS j(one, at)) WHERE jsonb_array_length(f."jointMakers") > 0;
