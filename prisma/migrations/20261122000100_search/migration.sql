-- The embedded search engine (search/embedded): one row a work or provision in a version, by generation of the index.
CREATE TABLE "SearchIndex" (
    "name" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,

    CONSTRAINT "SearchIndex_pkey" PRIMARY KEY ("name")
);

CREATE TABLE "SearchDocument" (
    "generation" INTEGER NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "workKey" TEXT NOT NULL,
    "workTitle" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "titlePinyin" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "dateKey" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "anchor" TEXT,
    "text" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "documentKind" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "regionCode" TEXT NOT NULL,
    "documentNumber" TEXT,
    "documentNumberKey" TEXT,
    "validFrom" DATE,
    "validTo" DATE,
    "audience" TEXT NOT NULL,
    "organIds" TEXT[],
    "words" tsvector NOT NULL,
    "titlePairs" tsvector NOT NULL,

    CONSTRAINT "SearchDocument_pkey" PRIMARY KEY ("generation", "id")
);

CREATE INDEX "SearchDocument_words_idx" ON "SearchDocument" USING GIN ("words");
CREATE INDEX "SearchDocument_titlePairs_idx" ON "SearchDocument" USING GIN ("titlePairs");
CREATE INDEX "SearchDocument_documentNumberKey_idx" ON "SearchDocument"("documentNumberKey");
CREATE INDEX "SearchDocument_versionId_number_idx" ON "SearchDocument"("versionId", "number");
CREATE INDEX "SearchDocument_kind_dateKey_idx" ON "SearchDocument"("kind", "dateKey");
CREATE INDEX "SearchDocument_number_idx" ON "SearchDocument"("number");
