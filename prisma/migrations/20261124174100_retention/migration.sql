-- What an office has decided of keeping: for each kind of matter, and each outcome where it wants, what happens and when.
-- There is none until an office sets one: nothing is destroyed without it. Replaced rules stay for the history.
CREATE TABLE "retention_rule" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "outcome" TEXT NOT NULL DEFAULT '',
    "action" TEXT NOT NULL,
    "starts_from" TEXT NOT NULL,
    "years" INTEGER NOT NULL,
    "quiet_days" INTEGER NOT NULL,
    "warn_days" INTEGER[],
    "source" TEXT NOT NULL,
    "set_by" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "retention_rule_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "retention_rule_organisation_kind_outcome_idx" ON "retention_rule"("organisation", "kind", "outcome");
ALTER TABLE "retention_rule" ADD CONSTRAINT "retention_rule_codes" CHECK (
  kind IN ('advice', 'complaint', 'contact') AND action IN ('destroy', 'keep', 'review')
  AND starts_from IN ('closed', 'last-activity', 'last-measure') AND years BETWEEN 0 AND 200 AND quiet_days BETWEEN 0 AND 3650);

-- What was decided of one case: a legal hold, a limit on its use, a decision after review.
CREATE TABLE "case_mark" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "until" DATE,
    "why_sealed" BYTEA NOT NULL,
    "set_by" UUID,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_mark_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_mark_case_id_idx" ON "case_mark"("case_id");
CREATE INDEX "case_mark_organisation_kind_idx" ON "case_mark"("organisation", "kind");
ALTER TABLE "case_mark" ADD CONSTRAINT "case_mark_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_mark" ADD CONSTRAINT "case_mark_kind" CHECK (kind IN ('hold', 'limit', 'later', 'keep', 'destroy'));

-- That the end of keeping was told of, at which distance, and of which end.
CREATE TABLE "retention_warning" (
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "days" INTEGER NOT NULL,
    "warned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "retention_warning_pkey" PRIMARY KEY ("case_id","due_on","days")
);
ALTER TABLE "retention_warning" ADD CONSTRAINT "retention_warning_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The destruction list: what was destroyed, when, by which rule. Holds nothing of the person. Its hash stands in the log.
CREATE TABLE "destruction" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "number" TEXT,
    "kind" TEXT NOT NULL,
    "outcome" TEXT,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "starts_from" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "rule_id" UUID NOT NULL,
    "years" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "decided_by" UUID,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "destruction_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "destruction_organisation_at_id_idx" ON "destruction"("organisation", "at", "id");
CREATE INDEX "destruction_organisation_number_idx" ON "destruction"("organisation", "number");

-- Coded results of destroyed cases, of which figures of past years are counted: no case, no day, no text.
CREATE TABLE "kept_result" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "unit" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "month" SMALLINT NOT NULL,
    "codes" JSONB NOT NULL,

    CONSTRAINT "kept_result_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "kept_result_organisation_kind_year_idx" ON "kept_result"("organisation", "kind", "year");

-- A contact whose person is forgotten. `month` empty: known by the year only.
ALTER TABLE "contact" ADD COLUMN "kept" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "contact" ALTER COLUMN "month" DROP NOT NULL;
CREATE INDEX "contact_organisation_year_kept_idx" ON "contact"("organisation", "year", "kept");

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['retention_rule', 'case_mark', 'retention_warning', 'destruction', 'kept_result'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation())', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO asiavastaava_app', name);
  END LOOP;
END $$;
-- A rule and a mark are ended, never rewritten.
GRANT UPDATE (ended_by, ended_at) ON "retention_rule", "case_mark" TO asiavastaava_app;
CREATE FUNCTION app.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the destruction list is never changed'; END $$;
CREATE TRIGGER destruction_fixed BEFORE UPDATE OR DELETE ON "destruction" FOR EACH ROW EXECUTE FUNCTION app.refuse_rewriting();
CREATE TRIGGER destruction_whole BEFORE TRUNCATE ON "destruction" FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_rewriting();
