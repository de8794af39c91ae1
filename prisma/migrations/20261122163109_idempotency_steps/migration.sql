-- CreateTable
CREATE TABLE "IdempotencyStep" (
    "key" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "result" BYTEA NOT NULL,

    CONSTRAINT "IdempotencyStep_pkey" PRIMARY KEY ("key","part","index")
);

-- AddForeignKey
ALTER TABLE "IdempotencyStep" ADD CONSTRAINT "IdempotencyStep_key_fkey" FOREIGN KEY ("key") REFERENCES "IdempotencyRecord"("key") ON DELETE CASCADE ON UPDATE CASCADE;

