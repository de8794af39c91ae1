-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "displayUsername" TEXT,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT true,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organ" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "regionCode" TEXT NOT NULL,
    "parentId" UUID,
    "documentCode" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Organ_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "organId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "title" TEXT,
    "from" DATE NOT NULL,
    "to" DATE,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "sequence" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorDigest" TEXT,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "organId" UUID,
    "detail" JSONB NOT NULL,
    "previousDigest" TEXT NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "AuditSubject" (
    "digest" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "AuditSubject_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "day" DATE NOT NULL,
    "sequence" BIGINT NOT NULL,
    "digest" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "OutboxEntry" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "OutboxEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyRecord" (
    "key" TEXT NOT NULL,
    "personId" UUID,
    "route" TEXT NOT NULL,
    "requestDigest" TEXT NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyRecord_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "sizeBytes" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "format" TEXT,
    "reading" JSONB,
    "uploadedBy" UUID,
    "organId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterCounter" (
    "organId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "next" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RegisterCounter_pkey" PRIMARY KEY ("organId","kind","year")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "link" TEXT,
    "entity" TEXT,
    "entityId" TEXT,
    "dedupeKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NoticeDelivery" (
    "id" UUID NOT NULL,
    "noticeId" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT NOT NULL,
    "detail" TEXT,

    CONSTRAINT "NoticeDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeadlineRuleSetting" (
    "id" UUID NOT NULL,
    "organId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL,
    "place" TEXT NOT NULL,
    "note" TEXT,
    "changedBy" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedes" UUID,

    CONSTRAINT "DeadlineRuleSetting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "date" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "changedBy" UUID NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("date")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Work" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "organId" UUID,
    "documentKind" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "regionCode" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Version" (
    "id" UUID NOT NULL,
    "workId" UUID NOT NULL,
    "dateKey" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "documentNo" TEXT,
    "adopted" DATE,
    "approved" DATE,
    "promulgated" DATE,
    "effectiveFrom" DATE,
    "effectiveBasis" TEXT NOT NULL,
    "effectiveTo" DATE,
    "endReason" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "correctionOfId" UUID,
    "tree" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "textDigest" TEXT NOT NULL,
    "articleCount" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedBy" UUID,
    "provisionEffects" JSONB,
    "sourceNote" TEXT,

    CONSTRAINT "Version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VersionSource" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "path" TEXT,
    "problems" JSONB NOT NULL,
    "differences" JSONB,
    "addedBy" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VersionSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Provision" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "provisionId" UUID NOT NULL,
    "eId" TEXT NOT NULL,
    "parentEId" TEXT,
    "articleEId" TEXT,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "heading" TEXT,
    "ordinal" INTEGER NOT NULL,
    "divisionPath" TEXT[],
    "text" TEXT NOT NULL,

    CONSTRAINT "Provision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProvisionLineage" (
    "id" UUID NOT NULL,
    "fromVersionId" UUID NOT NULL,
    "toVersionId" UUID NOT NULL,
    "fromEId" TEXT NOT NULL,
    "toEId" TEXT,
    "relation" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "algorithm" TEXT NOT NULL,
    "confirmedBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProvisionLineage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),
    "startedBy" UUID,
    "source" TEXT NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "stored" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "results" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Filing" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "procedureVersion" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "registrationNo" TEXT,
    "makerOrganId" UUID NOT NULL,
    "jointMakerIds" UUID[],
    "jointMakersText" TEXT,
    "filedByOrganId" UUID NOT NULL,
    "receiverOrganId" UUID NOT NULL,
    "wrongLineConfirmed" BOOLEAN NOT NULL DEFAULT false,
    "filingReportNo" TEXT,
    "documentKind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "documentNo" TEXT NOT NULL DEFAULT '',
    "unifiedNo" TEXT,
    "draftingOrgan" TEXT,
    "drafterIds" UUID[],
    "deliberationMeeting" TEXT,
    "meetingDate" DATE,
    "promulgated" DATE,
    "effectiveFrom" DATE,
    "validUntil" DATE,
    "validityNote" TEXT,
    "disclosure" TEXT,
    "contactName" TEXT,
    "contactPhone" TEXT,
    "keywords" TEXT[],
    "missingReason" TEXT,
    "mode" TEXT NOT NULL DEFAULT 'exOfficio',
    "flagsOnRecord" TEXT[],
    "onPaper" BOOLEAN NOT NULL DEFAULT false,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "submittedOn" DATE,
    "receivedOn" DATE,
    "registeredOn" DATE,
    "distributedOn" DATE,
    "closedOn" DATE,
    "outcome" TEXT,
    "reviewerId" UUID,
    "leaderId" UUID,
    "dueOn" DATE,
    "dueKey" TEXT,
    "versionId" UUID,
    "previousVersionId" UUID,
    "supersedesId" UUID,
    "specialReviewId" UUID,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedBy" UUID,
    "haltedOn" DATE,
    "haltNotice" TEXT,

    CONSTRAINT "Filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FilingMaterial" (
    "id" UUID NOT NULL,
    "filingId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fileId" UUID,
    "notApplicableReason" TEXT,
    "referenceNo" TEXT,
    "note" TEXT,
    "replacedById" UUID,
    "addedBy" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FilingMaterial_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SamenessCheck" (
    "id" UUID NOT NULL,
    "filingId" UUID NOT NULL,
    "sealedFileId" UUID NOT NULL,
    "wordFileId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "differences" JSONB NOT NULL,
    "explanations" JSONB NOT NULL DEFAULT '{}',
    "checkedBy" UUID NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SamenessCheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseClock" (
    "id" UUID NOT NULL,
    "filingId" UUID,
    "suggestionId" UUID,
    "taskId" UUID,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "confirmed" BOOLEAN NOT NULL,
    "place" TEXT NOT NULL,
    "effects" JSONB NOT NULL,
    "steps" TEXT NOT NULL,
    "startOn" DATE NOT NULL,
    "dueOn" DATE,
    "calendarKnown" BOOLEAN NOT NULL DEFAULT true,
    "state" TEXT NOT NULL,
    "suspendedOn" DATE,
    "endedOn" DATE,

    CONSTRAINT "CaseClock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseEvent" (
    "id" UUID NOT NULL,
    "filingId" UUID,
    "suggestionId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "on" DATE NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "organId" UUID,
    "transition" TEXT NOT NULL,
    "fromState" TEXT,
    "toState" TEXT,
    "note" TEXT,
    "audience" TEXT NOT NULL DEFAULT 'internal',
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "CaseEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseTask" (
    "id" UUID NOT NULL,
    "filingId" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "assigneeOrganId" UUID,
    "assigneeId" UUID,
    "title" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "answer" TEXT,
    "answerFileIds" UUID[],
    "dueOn" DATE,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredBy" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaseTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandardTick" (
    "id" UUID NOT NULL,
    "filingId" UUID NOT NULL,
    "standard" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "note" TEXT,
    "by" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StandardTick_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewFlag" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "filingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "versionId" UUID NOT NULL,
    "provisionId" UUID,
    "eId" TEXT NOT NULL,
    "articleLabel" TEXT NOT NULL,
    "quote" JSONB NOT NULL,
    "standard" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "superiorVersionId" UUID,
    "superiorEId" TEXT,
    "superiorLabel" TEXT,
    "superiorQuote" TEXT,
    "superiorTitle" TEXT,
    "superiorUnverified" BOOLEAN NOT NULL DEFAULT false,
    "judgedOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "suggestion" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "raisedBy" UUID NOT NULL,
    "raisedByName" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "makerAnswer" TEXT,
    "makerAnsweredAt" TIMESTAMPTZ(3),
    "judgement" JSONB,

    CONSTRAINT "ReviewFlag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FlagEvent" (
    "id" UUID NOT NULL,
    "flagId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "fromState" TEXT,
    "toState" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "FlagEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MakerContact" (
    "id" UUID NOT NULL,
    "filingId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "attendees" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "result" TEXT,
    "fileIds" UUID[],
    "sharedWithMaker" BOOLEAN NOT NULL DEFAULT false,
    "recordedBy" UUID NOT NULL,
    "recordedByName" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MakerContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectionPlan" (
    "id" UUID NOT NULL,
    "filingId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "fileIds" UUID[],
    "state" TEXT NOT NULL,
    "offeredBy" UUID NOT NULL,
    "offeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CorrectionPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MakerReply" (
    "id" UUID NOT NULL,
    "filingId" UUID NOT NULL,
    "paperId" UUID,
    "text" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "fileIds" UUID[],
    "repliedBy" UUID NOT NULL,
    "repliedByName" TEXT NOT NULL,
    "repliedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MakerReply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExtensionRequest" (
    "id" UUID NOT NULL,
    "filingId" UUID NOT NULL,
    "clockId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "requestedBy" UUID NOT NULL,
    "requestedByName" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT,

    CONSTRAINT "ExtensionRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paper" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "organId" UUID NOT NULL,
    "filingId" UUID,
    "suggestionId" UUID,
    "taskId" UUID,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "recipient" TEXT,
    "recipientOrganId" UUID,
    "content" JSONB NOT NULL,
    "replyDueOn" DATE,
    "number" TEXT,
    "issuedOn" DATE,
    "issuedBy" UUID,
    "issuedByName" TEXT,
    "docxFileId" UUID,
    "pdfFileId" UUID,
    "sealedFileId" UUID,
    "sealedBy" UUID,
    "sealedAt" TIMESTAMPTZ(3),
    "deliveredAt" TIMESTAMPTZ(3),
    "createdBy" UUID NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperStep" (
    "id" UUID NOT NULL,
    "paperId" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "opinion" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PaperStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "procedureVersion" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "receiptNo" TEXT NOT NULL,
    "accessCodeDigest" TEXT,
    "organId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "proposerName" TEXT NOT NULL,
    "proposerContact" TEXT NOT NULL,
    "proposerAddress" TEXT,
    "proposerOrganId" UUID,
    "documentTitle" TEXT NOT NULL,
    "documentNo" TEXT,
    "documentMaker" TEXT,
    "matters" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "fileIds" UUID[],
    "filingId" UUID,
    "handlerId" UUID,
    "receivedOn" DATE NOT NULL,
    "dueOn" DATE,
    "dueKey" TEXT,
    "result" TEXT,
    "resultReason" TEXT,
    "transferTo" TEXT,
    "answer" TEXT,
    "closedOn" DATE,
    "createdBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "kind" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_username_key" ON "Person"("username");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Account_personId_idx" ON "Account"("personId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Organ_key_key" ON "Organ"("key");

-- CreateIndex
CREATE INDEX "Organ_regionCode_kind_idx" ON "Organ"("regionCode", "kind");

-- CreateIndex
CREATE INDEX "Membership_organId_role_idx" ON "Membership"("organId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_personId_organId_role_from_key" ON "Membership"("personId", "organId", "role", "from");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_digest_key" ON "AuditEntry"("digest");

-- CreateIndex
CREATE INDEX "AuditEntry_entity_entityId_idx" ON "AuditEntry"("entity", "entityId");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSubject_personId_key" ON "AuditSubject"("personId");

-- CreateIndex
CREATE INDEX "OutboxEntry_doneAt_id_idx" ON "OutboxEntry"("doneAt", "id");

-- CreateIndex
CREATE INDEX "IdempotencyRecord_createdAt_idx" ON "IdempotencyRecord"("createdAt");

-- CreateIndex
CREATE INDEX "StoredFile_sha256_idx" ON "StoredFile"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_dedupeKey_key" ON "Notice"("dedupeKey");

-- CreateIndex
CREATE INDEX "Notice_personId_readAt_idx" ON "Notice"("personId", "readAt");

-- CreateIndex
CREATE INDEX "NoticeDelivery_noticeId_idx" ON "NoticeDelivery"("noticeId");

-- CreateIndex
CREATE INDEX "DeadlineRuleSetting_organId_key_changedAt_idx" ON "DeadlineRuleSetting"("organId", "key", "changedAt");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_personId_page_name_key" ON "SavedView"("personId", "page", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Work_key_key" ON "Work"("key");

-- CreateIndex
CREATE INDEX "Work_title_idx" ON "Work"("title");

-- CreateIndex
CREATE INDEX "Work_documentKind_title_idx" ON "Work"("documentKind", "title");

-- CreateIndex
CREATE INDEX "Version_effectiveFrom_idx" ON "Version"("effectiveFrom");

-- CreateIndex
CREATE INDEX "Version_publishedAt_idx" ON "Version"("publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Version_workId_dateKey_key" ON "Version"("workId", "dateKey");

-- CreateIndex
CREATE INDEX "VersionSource_versionId_idx" ON "VersionSource"("versionId");

-- CreateIndex
CREATE INDEX "Provision_provisionId_idx" ON "Provision"("provisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Provision_versionId_eId_key" ON "Provision"("versionId", "eId");

-- CreateIndex
CREATE INDEX "ProvisionLineage_fromVersionId_toVersionId_idx" ON "ProvisionLineage"("fromVersionId", "toVersionId");

-- CreateIndex
CREATE INDEX "ProvisionLineage_toVersionId_idx" ON "ProvisionLineage"("toVersionId");

-- CreateIndex
CREATE INDEX "Filing_receiverOrganId_state_dueOn_idx" ON "Filing"("receiverOrganId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "Filing_makerOrganId_state_idx" ON "Filing"("makerOrganId", "state");

-- CreateIndex
CREATE INDEX "Filing_filedByOrganId_state_idx" ON "Filing"("filedByOrganId", "state");

-- CreateIndex
CREATE INDEX "Filing_reviewerId_state_idx" ON "Filing"("reviewerId", "state");

-- CreateIndex
CREATE INDEX "Filing_leaderId_idx" ON "Filing"("leaderId");

-- CreateIndex
CREATE INDEX "Filing_documentNo_makerOrganId_idx" ON "Filing"("documentNo", "makerOrganId");

-- CreateIndex
CREATE UNIQUE INDEX "Filing_receiverOrganId_registrationNo_key" ON "Filing"("receiverOrganId", "registrationNo");

-- CreateIndex
CREATE INDEX "FilingMaterial_filingId_kind_idx" ON "FilingMaterial"("filingId", "kind");

-- CreateIndex
CREATE INDEX "SamenessCheck_filingId_idx" ON "SamenessCheck"("filingId");

-- CreateIndex
CREATE INDEX "CaseClock_filingId_state_idx" ON "CaseClock"("filingId", "state");

-- CreateIndex
CREATE INDEX "CaseClock_suggestionId_state_idx" ON "CaseClock"("suggestionId", "state");

-- CreateIndex
CREATE INDEX "CaseClock_state_dueOn_idx" ON "CaseClock"("state", "dueOn");

-- CreateIndex
CREATE INDEX "CaseEvent_filingId_at_idx" ON "CaseEvent"("filingId", "at");

-- CreateIndex
CREATE INDEX "CaseEvent_suggestionId_at_idx" ON "CaseEvent"("suggestionId", "at");

-- CreateIndex
CREATE INDEX "CaseTask_filingId_idx" ON "CaseTask"("filingId");

-- CreateIndex
CREATE INDEX "CaseTask_assigneeOrganId_state_idx" ON "CaseTask"("assigneeOrganId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "StandardTick_filingId_standard_key" ON "StandardTick"("filingId", "standard");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewFlag_filingId_number_key" ON "ReviewFlag"("filingId", "number");

-- CreateIndex
CREATE INDEX "FlagEvent_flagId_idx" ON "FlagEvent"("flagId");

-- CreateIndex
CREATE INDEX "MakerContact_filingId_idx" ON "MakerContact"("filingId");

-- CreateIndex
CREATE INDEX "CorrectionPlan_filingId_idx" ON "CorrectionPlan"("filingId");

-- CreateIndex
CREATE INDEX "MakerReply_filingId_idx" ON "MakerReply"("filingId");

-- CreateIndex
CREATE INDEX "ExtensionRequest_filingId_idx" ON "ExtensionRequest"("filingId");

-- CreateIndex
CREATE INDEX "Paper_filingId_idx" ON "Paper"("filingId");

-- CreateIndex
CREATE INDEX "Paper_organId_state_idx" ON "Paper"("organId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Paper_organId_number_key" ON "Paper"("organId", "number");

-- CreateIndex
CREATE INDEX "PaperStep_paperId_idx" ON "PaperStep"("paperId");

-- CreateIndex
CREATE INDEX "Suggestion_organId_state_dueOn_idx" ON "Suggestion"("organId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "Suggestion_filingId_idx" ON "Suggestion"("filingId");

-- CreateIndex
CREATE UNIQUE INDEX "Suggestion_organId_receiptNo_key" ON "Suggestion"("organId", "receiptNo");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organ" ADD CONSTRAINT "Organ_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Organ"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organId_fkey" FOREIGN KEY ("organId") REFERENCES "Organ"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoticeDelivery" ADD CONSTRAINT "NoticeDelivery_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_workId_fkey" FOREIGN KEY ("workId") REFERENCES "Work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VersionSource" ADD CONSTRAINT "VersionSource_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Provision" ADD CONSTRAINT "Provision_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_makerOrganId_fkey" FOREIGN KEY ("makerOrganId") REFERENCES "Organ"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_receiverOrganId_fkey" FOREIGN KEY ("receiverOrganId") REFERENCES "Organ"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "Version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Filing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FilingMaterial" ADD CONSTRAINT "FilingMaterial_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SamenessCheck" ADD CONSTRAINT "SamenessCheck_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseClock" ADD CONSTRAINT "CaseClock_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseClock" ADD CONSTRAINT "CaseClock_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseClock" ADD CONSTRAINT "CaseClock_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "CaseTask"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseEvent" ADD CONSTRAINT "CaseEvent_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseEvent" ADD CONSTRAINT "CaseEvent_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseTask" ADD CONSTRAINT "CaseTask_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandardTick" ADD CONSTRAINT "StandardTick_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewFlag" ADD CONSTRAINT "ReviewFlag_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FlagEvent" ADD CONSTRAINT "FlagEvent_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "ReviewFlag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MakerContact" ADD CONSTRAINT "MakerContact_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionPlan" ADD CONSTRAINT "CorrectionPlan_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MakerReply" ADD CONSTRAINT "MakerReply_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExtensionRequest" ADD CONSTRAINT "ExtensionRequest_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Suggestion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperStep" ADD CONSTRAINT "PaperStep_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


