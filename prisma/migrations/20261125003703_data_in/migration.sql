-- CreateEnum
CREATE TYPE "vintage" AS ENUM ('preliminary', 'verified', 'final');

-- CreateEnum
CREATE TYPE "severity" AS ENUM ('error', 'warning', 'hint');

-- CreateEnum
CREATE TYPE "check_verdict" AS ENUM ('accepted', 'follow_up');

-- CreateEnum
CREATE TYPE "alias_kind" AS ENUM ('region', 'indicator');

-- AlterEnum
ALTER TYPE "batch_kind" ADD VALUE 'restore';

-- AlterTable
ALTER TABLE "batch" ADD COLUMN     "file_name" TEXT,
ADD COLUMN     "undoes_id" BIGINT,
ADD COLUMN     "vintage" "vintage";

-- CreateTable
CREATE TABLE "comment" (
    "id" SERIAL NOT NULL,
    "region_id" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "body" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" SERIAL NOT NULL,
    "region_id" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "title" TEXT NOT NULL,
    "document_day" DATE,
    "link" TEXT,
    "file_name" TEXT,
    "media_type" TEXT,
    "sha256" TEXT,
    "content" BYTEA,
    "actor_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_rule" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "expression" TEXT NOT NULL,
    "severity" "severity" NOT NULL DEFAULT 'warning',
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "check_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_decision" (
    "id" SERIAL NOT NULL,
    "region_id" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "rule" TEXT NOT NULL,
    "cell_version" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL DEFAULT '',
    "verdict" "check_verdict" NOT NULL,
    "reason" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "check_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alias" (
    "id" SERIAL NOT NULL,
    "kind" "alias_kind" NOT NULL,
    "text" TEXT NOT NULL,
    "region_id" INTEGER,
    "indicator_id" INTEGER,

    CONSTRAINT "alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_profile" (
    "id" SERIAL NOT NULL,
    "signature" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_profile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "comment_region_id_indicator_id_year_idx" ON "comment"("region_id", "indicator_id", "year");

-- CreateIndex
CREATE INDEX "evidence_region_id_indicator_id_year_idx" ON "evidence"("region_id", "indicator_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "check_rule_code_key" ON "check_rule"("code");

-- CreateIndex
CREATE UNIQUE INDEX "check_decision_region_id_indicator_id_year_rule_key" ON "check_decision"("region_id", "indicator_id", "year", "rule");

-- CreateIndex
CREATE INDEX "alias_region_id_idx" ON "alias"("region_id");

-- CreateIndex
CREATE INDEX "alias_indicator_id_idx" ON "alias"("indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "alias_kind_text_key" ON "alias"("kind", "text");

-- CreateIndex
CREATE UNIQUE INDEX "import_profile_signature_key" ON "import_profile"("signature");

-- CreateIndex
CREATE INDEX "batch_at_idx" ON "batch"("at");

-- CreateIndex
CREATE INDEX "batch_undoes_id_idx" ON "batch"("undoes_id");

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_decision" ADD CONSTRAINT "check_decision_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_decision" ADD CONSTRAINT "check_decision_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alias" ADD CONSTRAINT "alias_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alias" ADD CONSTRAINT "alias_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema cannot say.
ALTER TABLE "comment" ADD CONSTRAINT "comment_year" CHECK ("year" BETWEEN 1900 AND 2200),
  ADD CONSTRAINT "comment_says_something" CHECK ("body" <> ''),
  ADD CONSTRAINT "comment_resolved" CHECK (("resolved_at" IS NULL) = ("resolved_by" IS NULL));

ALTER TABLE "evidence" ADD CONSTRAINT "evidence_year" CHECK ("year" BETWEEN 1900 AND 2200),
  ADD CONSTRAINT "evidence_says_something" CHECK ("title" <> ''),
  ADD CONSTRAINT "evidence_file" CHECK (("content" IS NULL) = ("file_name" IS NULL)
    AND ("content" IS NULL) = ("media_type" IS NULL) AND ("content" IS NULL) = ("sha256" IS NULL));

ALTER TABLE "check_decision" ADD CONSTRAINT "check_decision_year" CHECK ("year" BETWEEN 1900 AND 2200),
  ADD CONSTRAINT "check_decision_reason" CHECK ("reason" <> '');

-- A name leads to one thing of its kind.
ALTER TABLE "alias" ADD CONSTRAINT "alias_says_something" CHECK ("text" <> ''),
  ADD CONSTRAINT "alias_target" CHECK (("kind" = 'region') = ("region_id" IS NOT NULL)
    AND ("kind" = 'indicator') = ("indicator_id" IS NOT NULL));

ALTER TABLE "batch" ADD CONSTRAINT "batch_not_own_undoing" CHECK ("undoes_id" <> "id");
