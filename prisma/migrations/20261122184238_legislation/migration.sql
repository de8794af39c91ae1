-- AlterTable
ALTER TABLE "CaseClock" ADD COLUMN     "projectId" UUID;

-- AlterTable
ALTER TABLE "CaseEvent" ADD COLUMN     "projectId" UUID;

-- AlterTable
ALTER TABLE "Paper" ADD COLUMN     "meetingId" UUID,
ADD COLUMN     "projectId" UUID;

-- CreateTable
CREATE TABLE "LegislationPlan" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "organId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "untilYear" INTEGER,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'drafting',
    "provinceOpinion" TEXT,
    "provinceAskedOn" DATE,
    "provinceRepliedOn" DATE,
    "partyGate" BOOLEAN NOT NULL DEFAULT true,
    "partyConsultedOn" DATE,
    "partyNote" TEXT,
    "adoptedOn" DATE,
    "meetingId" UUID,
    "adoptedBy" TEXT,
    "publishedOn" DATE,
    "paperId" UUID,
    "createdBy" UUID NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LegislationPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanItem" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "planId" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "proposer" TEXT NOT NULL,
    "proposerOrganId" UUID,
    "draftingOrgan" TEXT NOT NULL,
    "draftingOrganId" UUID,
    "committee" TEXT,
    "committeeOrganId" UUID,
    "dueMonth" TEXT,
    "note" TEXT,
    "projectId" UUID,
    "carriedFromId" UUID,
    "addedById" UUID,
    "endedById" UUID,

    CONSTRAINT "PlanItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanAdjustment" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "decidedOn" DATE NOT NULL,
    "meetingId" UUID,
    "decidedBy" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "recordedBy" UUID NOT NULL,
    "recordedByName" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlanAdjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LateExplanation" (
    "id" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "documentNo" TEXT,
    "fileIds" UUID[],
    "receivedOn" DATE NOT NULL,
    "consideredOn" DATE,
    "consideredNote" TEXT,
    "newMonth" TEXT,
    "recordedBy" UUID NOT NULL,
    "recordedByName" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LateExplanation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "procedureVersion" TEXT NOT NULL,
    "organId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "stateSince" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'making',
    "subject" TEXT,
    "source" TEXT NOT NULL DEFAULT 'department',
    "proposerKind" TEXT NOT NULL DEFAULT 'government',
    "proposer" TEXT NOT NULL,
    "proposerOrganId" UUID,
    "leadOrgan" TEXT,
    "leadOrganId" UUID,
    "committee" TEXT,
    "committeeOrganId" UUID,
    "responsibleId" UUID,
    "readingTrack" INTEGER,
    "trackMeetingId" UUID,
    "trackDecidedOn" DATE,
    "trackDecidedBy" TEXT,
    "singleReadingGround" TEXT,
    "partyGate" BOOLEAN NOT NULL DEFAULT true,
    "partyConsultedOn" DATE,
    "partyNote" TEXT,
    "baseWorkId" UUID,
    "baseVersionId" UUID,
    "predecessorId" UUID,
    "adoptedOn" DATE,
    "approvedOn" DATE,
    "promulgatedOn" DATE,
    "effectiveFrom" DATE,
    "versionId" UUID,
    "dueOn" DATE,
    "dueKey" TEXT,
    "planned" JSONB NOT NULL DEFAULT '{}',
    "closedOn" DATE,
    "createdBy" UUID NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectMember" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "organId" UUID,
    "personId" UUID,
    "name" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "note" TEXT,
    "addedBy" UUID NOT NULL,
    "addedByName" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProjectMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectDocument" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "fileId" UUID,
    "paperId" UUID,
    "snapshotId" UUID,
    "documentNo" TEXT,
    "dated" DATE,
    "notApplicableReason" TEXT,
    "text" TEXT,
    "replacedById" UUID,
    "step" TEXT,
    "addedBy" UUID NOT NULL,
    "addedByName" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProjectDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResearchFinding" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "projectId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT,
    "on" DATE,
    "workKey" TEXT,
    "versionId" UUID,
    "eId" TEXT,
    "fileIds" UUID[],
    "articleKey" TEXT,
    "recordedBy" UUID NOT NULL,
    "recordedByName" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ResearchFinding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectTask" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "organId" UUID NOT NULL,
    "projectId" UUID,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'given',
    "title" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "fromOrgan" TEXT,
    "fromOrganId" UUID,
    "documentNo" TEXT,
    "assigneeOrganId" UUID,
    "assigneeId" UUID,
    "eId" TEXT,
    "givenOn" DATE NOT NULL,
    "dueOn" DATE,
    "dueBasis" TEXT,
    "answer" TEXT,
    "answerFileIds" UUID[],
    "fileIds" UUID[],
    "answeredBy" UUID,
    "answeredByName" TEXT,
    "answeredOn" DATE,
    "closedOn" DATE,
    "closeNote" TEXT,
    "createdBy" UUID NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProjectTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "organId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "committeeOrganId" UUID,
    "term" INTEGER,
    "session" INTEGER,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "startsOn" DATE NOT NULL,
    "startsAt" TEXT NOT NULL DEFAULT '09:00',
    "endsOn" DATE NOT NULL,
    "place" TEXT NOT NULL,
    "presiding" TEXT,
    "presidingId" UUID,
    "membersTotal" INTEGER NOT NULL,
    "materialsDueOn" DATE,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "cancelReason" TEXT,
    "createdBy" UUID NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingEvent" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "on" DATE NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "note" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "MeetingEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingAttendance" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "personId" UUID,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "capacity" TEXT NOT NULL,
    "group" TEXT,
    "order" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'expected',
    "note" TEXT,
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MeetingAttendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "meetingId" UUID NOT NULL,
    "order" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "projectId" UUID,
    "planId" UUID,
    "decides" TEXT,
    "result" TEXT,
    "decision" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" UUID,
    "withdrawnReason" TEXT,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingFile" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "agendaItemId" UUID,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "fileId" UUID,
    "paperId" UUID,
    "snapshotId" UUID,
    "deliveredOn" DATE,
    "replacedById" UUID,
    "addedBy" UUID NOT NULL,
    "addedByName" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MeetingFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Vote" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "meetingId" UUID NOT NULL,
    "agendaItemId" UUID NOT NULL,
    "projectId" UUID,
    "order" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT,
    "articleKey" TEXT,
    "articleLabel" TEXT,
    "snapshotId" UUID,
    "proposers" TEXT[],
    "membersTotal" INTEGER NOT NULL,
    "present" INTEGER NOT NULL,
    "for" INTEGER,
    "against" INTEGER,
    "abstain" INTEGER,
    "notVoting" INTEGER,
    "state" TEXT NOT NULL DEFAULT 'prepared',
    "result" TEXT,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closedBy" UUID,
    "closedByName" TEXT,
    "announcedAt" TIMESTAMPTZ(3),
    "announcedBy" TEXT,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VoteCorrection" (
    "id" UUID NOT NULL,
    "voteId" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "approvedBy" TEXT NOT NULL,
    "correctedBy" UUID NOT NULL,
    "correctedByName" TEXT NOT NULL,
    "correctedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VoteCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Speech" (
    "id" UUID NOT NULL,
    "meetingId" UUID NOT NULL,
    "agendaItemId" UUID NOT NULL,
    "projectId" UUID,
    "group" TEXT,
    "order" INTEGER NOT NULL,
    "speaker" TEXT NOT NULL,
    "speakerId" UUID,
    "capacity" TEXT NOT NULL DEFAULT 'member',
    "articleKey" TEXT,
    "articleLabel" TEXT,
    "snapshotId" UUID,
    "text" TEXT NOT NULL,
    "disposition" TEXT,
    "dispositionReason" TEXT,
    "disposedBy" UUID,
    "disposedAt" TIMESTAMPTZ(3),
    "replacedById" UUID,
    "recordedBy" UUID NOT NULL,
    "recordedByName" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Speech_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "schemaVersion" INTEGER NOT NULL DEFAULT 1,
    "doc" JSONB NOT NULL,
    "baseDoc" JSONB,
    "baseVersion" INTEGER NOT NULL DEFAULT 0,
    "tracking" BOOLEAN NOT NULL DEFAULT false,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftStep" (
    "draftId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'edit',
    "step" JSONB NOT NULL,
    "data" JSONB,
    "clientId" TEXT NOT NULL,
    "batch" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "personName" TEXT NOT NULL,
    "authorName" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DraftStep_pkey" PRIMARY KEY ("draftId","version")
);

-- CreateTable
CREATE TABLE "DraftSnapshot" (
    "id" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "basedOnId" UUID,
    "reason" TEXT,
    "version" INTEGER NOT NULL,
    "doc" JSONB NOT NULL,
    "tree" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "textDigest" TEXT NOT NULL,
    "meetingId" UUID,
    "amendments" JSONB,
    "madeOn" DATE NOT NULL,
    "madeBy" UUID NOT NULL,
    "madeByName" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DraftSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleLease" (
    "draftId" UUID NOT NULL,
    "articleKey" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "personName" TEXT NOT NULL,
    "clientId" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ArticleLease_pkey" PRIMARY KEY ("draftId","articleKey")
);

-- CreateTable
CREATE TABLE "DraftPresence" (
    "draftId" UUID NOT NULL,
    "clientId" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "personName" TEXT NOT NULL,
    "articleKey" TEXT,
    "anchor" INTEGER,
    "head" INTEGER,
    "version" INTEGER,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DraftPresence_pkey" PRIMARY KEY ("draftId","clientId")
);

-- CreateTable
CREATE TABLE "DraftComment" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "draftId" UUID NOT NULL,
    "parentId" UUID,
    "articleKey" TEXT,
    "articleLabel" TEXT,
    "quote" JSONB,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "by" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedBy" UUID,
    "resolvedByName" TEXT,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DraftComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LintIgnore" (
    "id" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "ruleId" TEXT NOT NULL,
    "articleKey" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneBy" UUID,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "LintIgnore_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChangeReason" (
    "id" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "articleKey" TEXT NOT NULL,
    "fromVersion" INTEGER,
    "toVersion" INTEGER,
    "snapshotId" UUID,
    "text" TEXT NOT NULL,
    "meetingId" UUID,
    "speechId" UUID,
    "opinion" JSONB,
    "by" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChangeReason_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovalRequest" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "projectId" UUID NOT NULL,
    "provinceOrganId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'sent',
    "snapshotId" UUID NOT NULL,
    "paperId" UUID,
    "sentOn" DATE NOT NULL,
    "receivedOn" DATE,
    "receivedByName" TEXT,
    "dueOn" DATE,
    "result" TEXT,
    "decidedOn" DATE,
    "decisionMeeting" TEXT,
    "decisionNo" TEXT,
    "reason" TEXT,
    "amendments" JSONB NOT NULL DEFAULT '[]',
    "recallReason" TEXT,
    "recallConsent" TEXT,
    "approvedSnapshotId" UUID,
    "decidedBy" UUID,
    "decidedByName" TEXT,
    "createdBy" UUID NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApprovalRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovalOpinion" (
    "id" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "articleKey" TEXT,
    "articleLabel" TEXT,
    "text" TEXT NOT NULL,
    "by" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "answer" TEXT,
    "answeredBy" UUID,
    "answeredByName" TEXT,
    "answeredOn" DATE,

    CONSTRAINT "ApprovalOpinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "projectId" UUID NOT NULL,
    "announcementId" UUID NOT NULL,
    "announcementNo" TEXT,
    "explanationId" UUID NOT NULL,
    "resultReportId" UUID NOT NULL,
    "gazetteIssue" TEXT NOT NULL,
    "gazetteFileId" UUID,
    "website" TEXT,
    "newspaper" TEXT,
    "promulgatedOn" DATE NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "workId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "handedOverOn" DATE,
    "filedOn" DATE,
    "filingNo" TEXT,
    "filingReceivedOn" DATE,
    "publishedBy" UUID NOT NULL,
    "publishedByName" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LegislationPlan_organId_kind_year_key" ON "LegislationPlan"("organId", "kind", "year");

-- CreateIndex
CREATE INDEX "PlanItem_planId_order_idx" ON "PlanItem"("planId", "order");

-- CreateIndex
CREATE INDEX "PlanItem_projectId_idx" ON "PlanItem"("projectId");

-- CreateIndex
CREATE INDEX "PlanAdjustment_planId_idx" ON "PlanAdjustment"("planId");

-- CreateIndex
CREATE INDEX "LateExplanation_itemId_idx" ON "LateExplanation"("itemId");

-- CreateIndex
CREATE INDEX "Project_organId_state_dueOn_idx" ON "Project"("organId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "Project_leadOrganId_idx" ON "Project"("leadOrganId");

-- CreateIndex
CREATE INDEX "Project_proposerOrganId_idx" ON "Project"("proposerOrganId");

-- CreateIndex
CREATE INDEX "Project_responsibleId_idx" ON "Project"("responsibleId");

-- CreateIndex
CREATE INDEX "ProjectMember_projectId_idx" ON "ProjectMember"("projectId");

-- CreateIndex
CREATE INDEX "ProjectMember_organId_idx" ON "ProjectMember"("organId");

-- CreateIndex
CREATE INDEX "ProjectMember_personId_idx" ON "ProjectMember"("personId");

-- CreateIndex
CREATE INDEX "ProjectDocument_projectId_kind_idx" ON "ProjectDocument"("projectId", "kind");

-- CreateIndex
CREATE INDEX "ResearchFinding_projectId_idx" ON "ResearchFinding"("projectId");

-- CreateIndex
CREATE INDEX "ProjectTask_projectId_idx" ON "ProjectTask"("projectId");

-- CreateIndex
CREATE INDEX "ProjectTask_organId_state_dueOn_idx" ON "ProjectTask"("organId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "ProjectTask_assigneeOrganId_state_idx" ON "ProjectTask"("assigneeOrganId", "state");

-- CreateIndex
CREATE INDEX "Meeting_organId_startsOn_idx" ON "Meeting"("organId", "startsOn");

-- CreateIndex
CREATE INDEX "MeetingEvent_meetingId_idx" ON "MeetingEvent"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingAttendance_meetingId_name_capacity_key" ON "MeetingAttendance"("meetingId", "name", "capacity");

-- CreateIndex
CREATE INDEX "AgendaItem_projectId_idx" ON "AgendaItem"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_meetingId_order_key" ON "AgendaItem"("meetingId", "order");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingFile_meetingId_number_key" ON "MeetingFile"("meetingId", "number");

-- CreateIndex
CREATE INDEX "Vote_projectId_idx" ON "Vote"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "Vote_agendaItemId_order_key" ON "Vote"("agendaItemId", "order");

-- CreateIndex
CREATE INDEX "VoteCorrection_voteId_idx" ON "VoteCorrection"("voteId");

-- CreateIndex
CREATE INDEX "Speech_agendaItemId_order_idx" ON "Speech"("agendaItemId", "order");

-- CreateIndex
CREATE INDEX "Speech_projectId_idx" ON "Speech"("projectId");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_projectId_key" ON "Draft"("projectId");

-- CreateIndex
CREATE INDEX "DraftStep_draftId_clientId_batch_idx" ON "DraftStep"("draftId", "clientId", "batch");

-- CreateIndex
CREATE UNIQUE INDEX "DraftSnapshot_draftId_seq_key" ON "DraftSnapshot"("draftId", "seq");

-- CreateIndex
CREATE INDEX "DraftPresence_seenAt_idx" ON "DraftPresence"("seenAt");

-- CreateIndex
CREATE INDEX "DraftComment_draftId_articleKey_idx" ON "DraftComment"("draftId", "articleKey");

-- CreateIndex
CREATE INDEX "LintIgnore_draftId_idx" ON "LintIgnore"("draftId");

-- CreateIndex
CREATE INDEX "ChangeReason_draftId_articleKey_idx" ON "ChangeReason"("draftId", "articleKey");

-- CreateIndex
CREATE INDEX "ApprovalRequest_projectId_idx" ON "ApprovalRequest"("projectId");

-- CreateIndex
CREATE INDEX "ApprovalRequest_provinceOrganId_state_dueOn_idx" ON "ApprovalRequest"("provinceOrganId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "ApprovalOpinion_requestId_idx" ON "ApprovalOpinion"("requestId");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_projectId_key" ON "Publication"("projectId");

-- CreateIndex
CREATE INDEX "CaseClock_projectId_state_idx" ON "CaseClock"("projectId", "state");

-- CreateIndex
CREATE INDEX "CaseEvent_projectId_at_idx" ON "CaseEvent"("projectId", "at");

-- CreateIndex
CREATE INDEX "Paper_projectId_idx" ON "Paper"("projectId");

-- CreateIndex
CREATE INDEX "Paper_meetingId_idx" ON "Paper"("meetingId");

-- AddForeignKey
ALTER TABLE "CaseClock" ADD CONSTRAINT "CaseClock_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseEvent" ADD CONSTRAINT "CaseEvent_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanItem" ADD CONSTRAINT "PlanItem_planId_fkey" FOREIGN KEY ("planId") REFERENCES "LegislationPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanItem" ADD CONSTRAINT "PlanItem_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanAdjustment" ADD CONSTRAINT "PlanAdjustment_planId_fkey" FOREIGN KEY ("planId") REFERENCES "LegislationPlan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LateExplanation" ADD CONSTRAINT "LateExplanation_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "PlanItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectMember" ADD CONSTRAINT "ProjectMember_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectDocument" ADD CONSTRAINT "ProjectDocument_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResearchFinding" ADD CONSTRAINT "ResearchFinding_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectTask" ADD CONSTRAINT "ProjectTask_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingEvent" ADD CONSTRAINT "MeetingEvent_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAttendance" ADD CONSTRAINT "MeetingAttendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingFile" ADD CONSTRAINT "MeetingFile_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingFile" ADD CONSTRAINT "MeetingFile_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoteCorrection" ADD CONSTRAINT "VoteCorrection_voteId_fkey" FOREIGN KEY ("voteId") REFERENCES "Vote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speech" ADD CONSTRAINT "Speech_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speech" ADD CONSTRAINT "Speech_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftStep" ADD CONSTRAINT "DraftStep_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftSnapshot" ADD CONSTRAINT "DraftSnapshot_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleLease" ADD CONSTRAINT "ArticleLease_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftPresence" ADD CONSTRAINT "DraftPresence_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftComment" ADD CONSTRAINT "DraftComment_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LintIgnore" ADD CONSTRAINT "LintIgnore_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeReason" ADD CONSTRAINT "ChangeReason_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalRequest" ADD CONSTRAINT "ApprovalRequest_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalOpinion" ADD CONSTRAINT "ApprovalOpinion_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "ApprovalRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What must never change: steps in their order, texts as they went out, what happened at a meeting, corrections of votes.
CREATE TRIGGER "DraftStepIsFixed" BEFORE UPDATE OR DELETE ON "DraftStep" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfRecord"();
CREATE TRIGGER "DraftSnapshotIsFixed" BEFORE UPDATE OR DELETE ON "DraftSnapshot" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfRecord"();
CREATE TRIGGER "MeetingEventIsFixed" BEFORE UPDATE OR DELETE ON "MeetingEvent" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfRecord"();
CREATE TRIGGER "VoteCorrectionIsFixed" BEFORE UPDATE OR DELETE ON "VoteCorrection" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfRecord"();
CREATE TRIGGER "PlanAdjustmentIsFixed" BEFORE UPDATE OR DELETE ON "PlanAdjustment" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfRecord"();

-- A vote that was closed keeps its figures; what was wrong is said in a VoteCorrection.
CREATE FUNCTION "refuseChangeOfClosedVote"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD."state" IN ('closed', 'announced') THEN
    RAISE EXCEPTION 'a closed vote cannot be deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD."state" IN ('closed', 'announced') AND
     ROW(NEW."for", NEW."against", NEW."abstain", NEW."notVoting", NEW."present", NEW."membersTotal", NEW."result", NEW."subject", NEW."text", NEW."kind")
     IS DISTINCT FROM ROW(OLD."for", OLD."against", OLD."abstain", OLD."notVoting", OLD."present", OLD."membersTotal", OLD."result", OLD."subject", OLD."text", OLD."kind") THEN
    RAISE EXCEPTION 'a closed vote cannot be changed, only corrected by a recorded act' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "ClosedVoteIsFixed" BEFORE UPDATE OR DELETE ON "Vote" FOR EACH ROW EXECUTE FUNCTION "refuseChangeOfClosedVote"();
