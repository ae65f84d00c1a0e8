-- CreateEnum
CREATE TYPE "indicator_kind" AS ENUM ('numeric', 'milestone');

-- CreateEnum
CREATE TYPE "pace" AS ENUM ('compound', 'linear');

-- CreateEnum
CREATE TYPE "factor" AS ENUM ('laborer', 'instrument', 'subject', 'combination', 'outcome');

-- CreateEnum
CREATE TYPE "origin" AS ENUM ('breakthrough', 'allocation', 'upgrading');

-- CreateEnum
CREATE TYPE "batch_kind" AS ENUM ('sample', 'entry', 'paste', 'import', 'undo');

-- CreateEnum
CREATE TYPE "target_kind" AS ENUM ('value', 'change_percent');

-- CreateTable
CREATE TABLE "area" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "is_hallmark" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "area_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "theme" (
    "id" SERIAL NOT NULL,
    "area_id" INTEGER NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "area_id" INTEGER NOT NULL,
    "theme_id" INTEGER,
    "kind" "indicator_kind" NOT NULL DEFAULT 'numeric',
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "definition_en" TEXT NOT NULL DEFAULT '',
    "definition_zh" TEXT NOT NULL DEFAULT '',
    "unit_en" TEXT NOT NULL DEFAULT '',
    "unit_zh" TEXT NOT NULL DEFAULT '',
    "decimals" INTEGER NOT NULL DEFAULT 2,
    "direction" INTEGER NOT NULL DEFAULT 1,
    "weight" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "pace" "pace" NOT NULL DEFAULT 'compound',
    "factor" "factor",
    "origin" "origin",
    "frequency" TEXT NOT NULL DEFAULT 'A',
    "source_en" TEXT NOT NULL DEFAULT '',
    "source_zh" TEXT NOT NULL DEFAULT '',
    "hard_min" DOUBLE PRECISION,
    "hard_max" DOUBLE PRECISION,
    "plausible_min" DOUBLE PRECISION,
    "plausible_max" DOUBLE PRECISION,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone_level" (
    "indicator_id" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "wording_en" TEXT NOT NULL,
    "wording_zh" TEXT NOT NULL,

    CONSTRAINT "milestone_level_pkey" PRIMARY KEY ("indicator_id","level")
);

-- CreateTable
CREATE TABLE "region_group" (
    "id" SERIAL NOT NULL,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "region_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "gb_code" TEXT,
    "nuts_code" TEXT,
    "name_en" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parent_id" INTEGER,
    "group_id" INTEGER,
    "valid_from" INTEGER,
    "valid_to" INTEGER,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "citation_en" TEXT NOT NULL,
    "citation_zh" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch" (
    "id" BIGSERIAL NOT NULL,
    "kind" "batch_kind" NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation" (
    "region_id" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "value" DOUBLE PRECISION,
    "status" VARCHAR(1) NOT NULL DEFAULT 'A',
    "source_id" INTEGER,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "batch_id" BIGINT NOT NULL,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("region_id","indicator_id","year")
);

-- CreateTable
CREATE TABLE "revision" (
    "region_id" INTEGER NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "year" SMALLINT NOT NULL,
    "version" INTEGER NOT NULL,
    "value" DOUBLE PRECISION,
    "status" VARCHAR(1) NOT NULL,
    "source_id" INTEGER,
    "note" TEXT,
    "batch_id" BIGINT NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("region_id","indicator_id","year","version")
);

-- CreateTable
CREATE TABLE "target" (
    "id" SERIAL NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "region_id" INTEGER,
    "baseline_year" SMALLINT NOT NULL,
    "baseline_value" DOUBLE PRECISION,
    "target_year" SMALLINT NOT NULL,
    "kind" "target_kind" NOT NULL,
    "target" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entity_key" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "data_state_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "area_code_key" ON "area"("code");

-- CreateIndex
CREATE UNIQUE INDEX "area_slug_key" ON "area"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "theme_area_id_name_en_key" ON "theme"("area_id", "name_en");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_code_key" ON "indicator"("code");

-- CreateIndex
CREATE INDEX "indicator_area_id_idx" ON "indicator"("area_id");

-- CreateIndex
CREATE UNIQUE INDEX "region_group_name_en_key" ON "region_group"("name_en");

-- CreateIndex
CREATE UNIQUE INDEX "region_code_key" ON "region"("code");

-- CreateIndex
CREATE UNIQUE INDEX "region_gb_code_key" ON "region"("gb_code");

-- CreateIndex
CREATE UNIQUE INDEX "region_nuts_code_key" ON "region"("nuts_code");

-- CreateIndex
CREATE INDEX "region_parent_id_idx" ON "region"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_citation_en_key" ON "source"("citation_en");

-- CreateIndex
CREATE INDEX "batch_kind_idx" ON "batch"("kind");

-- CreateIndex
CREATE INDEX "observation_indicator_id_year_idx" ON "observation"("indicator_id", "year");

-- CreateIndex
CREATE INDEX "observation_batch_id_idx" ON "observation"("batch_id");

-- CreateIndex
CREATE INDEX "revision_batch_id_idx" ON "revision"("batch_id");

-- CreateIndex
CREATE INDEX "target_indicator_id_idx" ON "target"("indicator_id");

-- CreateIndex
CREATE INDEX "audit_entity_entity_key_idx" ON "audit"("entity", "entity_key");

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at");

-- AddForeignKey
ALTER TABLE "theme" ADD CONSTRAINT "theme_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "theme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone_level" ADD CONSTRAINT "milestone_level_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region" ADD CONSTRAINT "region_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "region_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say: rules that hold whoever writes.

-- The index and its hallmark
CREATE UNIQUE INDEX "area_one_hallmark" ON "area" ("is_hallmark") WHERE "is_hallmark";

-- Indicators
ALTER TABLE "indicator"
  ADD CONSTRAINT "indicator_direction" CHECK ("direction" IN (-1, 1)),
  ADD CONSTRAINT "indicator_decimals" CHECK ("decimals" BETWEEN 0 AND 10),
  ADD CONSTRAINT "indicator_weight" CHECK ("weight" >= 0 AND "weight" < 'Infinity'),
  ADD CONSTRAINT "indicator_hard_range" CHECK ("hard_min" IS NULL OR "hard_max" IS NULL OR "hard_min" <= "hard_max"),
  ADD CONSTRAINT "indicator_plausible_range"
    CHECK ("plausible_min" IS NULL OR "plausible_max" IS NULL OR "plausible_min" <= "plausible_max");

ALTER TABLE "milestone_level" ADD CONSTRAINT "milestone_level_counts" CHECK ("level" >= 0);

-- Regions
ALTER TABLE "region"
  ADD CONSTRAINT "region_validity" CHECK ("valid_from" IS NULL OR "valid_to" IS NULL OR "valid_from" <= "valid_to"),
  ADD CONSTRAINT "region_not_own_parent" CHECK ("parent_id" <> "id");

-- Observations: a value is a finite number; without one the status says why (SDMX CL_OBS_STATUS H, L, M, O, Q).
ALTER TABLE "observation"
  ADD CONSTRAINT "observation_year" CHECK ("year" BETWEEN 1900 AND 2200),
  ADD CONSTRAINT "observation_finite" CHECK ("value" > '-Infinity' AND "value" < 'Infinity'),
  ADD CONSTRAINT "observation_status" CHECK (("value" IS NULL) = ("status" IN ('H', 'L', 'M', 'O', 'Q'))),
  ADD CONSTRAINT "observation_version" CHECK ("version" >= 1);

ALTER TABLE "revision"
  ADD CONSTRAINT "revision_year" CHECK ("year" BETWEEN 1900 AND 2200),
  ADD CONSTRAINT "revision_finite" CHECK ("value" > '-Infinity' AND "value" < 'Infinity'),
  ADD CONSTRAINT "revision_status" CHECK (("value" IS NULL) = ("status" IN ('H', 'L', 'M', 'O', 'Q'))),
  ADD CONSTRAINT "revision_version" CHECK ("version" >= 1);

-- Targets
ALTER TABLE "target"
  ADD CONSTRAINT "target_years" CHECK ("baseline_year" BETWEEN 1900 AND 2200 AND "target_year" BETWEEN 1900 AND 2200
    AND "target_year" > "baseline_year"),
  ADD CONSTRAINT "target_finite" CHECK ("target" > '-Infinity' AND "target" < 'Infinity'
    AND ("baseline_value" IS NULL OR ("baseline_value" > '-Infinity' AND "baseline_value" < 'Infinity')));
CREATE UNIQUE INDEX "target_one_per_year" ON "target" ("indicator_id", (COALESCE("region_id", 0)), "target_year");

-- Revisions and audit rows are added and never changed. Only the removal of the sample takes its own revisions away.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'revision'
    AND current_setting('pentad.allow_sample_removal', true) = 'on' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "revision_is_kept" BEFORE UPDATE OR DELETE ON "revision"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_is_kept" BEFORE UPDATE OR DELETE ON "audit"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- The counter that every committed change moves; 0 = nothing was ever written.
ALTER TABLE "data_state" ADD CONSTRAINT "data_state_one_row" CHECK ("id" = 1);
INSERT INTO "data_state" ("id", "version") VALUES (1, 0);
