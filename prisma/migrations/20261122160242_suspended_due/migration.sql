-- A suspended case is due on the day on which its plan lapses and the review goes on.
UPDATE "Filing" f SET "dueOn" = (SELECT p."dueOn" FROM "CorrectionPlan" p WHERE p."filingId" = f.id AND p.state = 'accepted' ORDER BY p."offeredAt" DESC LIMIT 1), "dueKey" = NULL
WHERE f.state = 'suspended';
