-- CreateTable
CREATE TABLE "benefit_gap" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID,
    "contact_id" UUID,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "year" SMALLINT NOT NULL,
    "month" SMALLINT NOT NULL,
    "municipality" TEXT,
    "benefit" TEXT NOT NULL,
    "authority" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "applied_at" DATE,
    "supplements" JSONB NOT NULL DEFAULT '[]',
    "decided_at" DATE,
    "paid_at" DATE,
    "rule" TEXT,
    "rule_from" DATE,
    "due_at" DATE,
    "last_income_at" DATE,
    "household" JSONB,
    "bridging" JSONB NOT NULL DEFAULT '[]',
    "hand_offs" JSONB NOT NULL DEFAULT '[]',
    "effects" TEXT[],
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_year" SMALLINT,
    "closed_month" SMALLINT,
    "corrected" TEXT,
    "too_late" BOOLEAN,
    "follow_up_on" DATE,
    "since_on" DATE NOT NULL,
    "key_id" UUID,
    "note_sealed" BYTEA,
    "recorded_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "benefit_gap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gap_consent" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "gap_id" UUID NOT NULL,
    "authority" TEXT NOT NULL,
    "parts" TEXT[],
    "how" TEXT NOT NULL,
    "given_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,

    CONSTRAINT "gap_consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gap_sheet" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "gap_id" UUID NOT NULL,
    "consent_id" UUID NOT NULL,
    "authority" TEXT NOT NULL,
    "parts" TEXT[],
    "language" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" UUID,
    "clock_id" UUID,

    CONSTRAINT "gap_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "benefit_gap_organisation_state_since_on_id_idx" ON "benefit_gap"("organisation", "state", "since_on", "id");

-- CreateIndex
CREATE INDEX "benefit_gap_organisation_year_month_idx" ON "benefit_gap"("organisation", "year", "month");

-- CreateIndex
CREATE INDEX "benefit_gap_organisation_closed_year_closed_month_idx" ON "benefit_gap"("organisation", "closed_year", "closed_month");

-- CreateIndex
CREATE INDEX "benefit_gap_case_id_idx" ON "benefit_gap"("case_id");

-- CreateIndex
CREATE INDEX "benefit_gap_contact_id_idx" ON "benefit_gap"("contact_id");

-- CreateIndex
CREATE INDEX "gap_consent_gap_id_idx" ON "gap_consent"("gap_id");

-- CreateIndex
CREATE INDEX "gap_sheet_gap_id_idx" ON "gap_sheet"("gap_id");

-- CreateIndex
CREATE INDEX "gap_sheet_consent_id_idx" ON "gap_sheet"("consent_id");

-- AddForeignKey
ALTER TABLE "benefit_gap" ADD CONSTRAINT "benefit_gap_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "benefit_gap" ADD CONSTRAINT "benefit_gap_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gap_consent" ADD CONSTRAINT "gap_consent_gap_id_fkey" FOREIGN KEY ("gap_id") REFERENCES "benefit_gap"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gap_sheet" ADD CONSTRAINT "gap_sheet_gap_id_fkey" FOREIGN KEY ("gap_id") REFERENCES "benefit_gap"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "gap_sheet" ADD CONSTRAINT "gap_sheet_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "gap_consent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, as for every table of an office.
ALTER TABLE "benefit_gap" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "benefit_gap" USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation());
GRANT SELECT, INSERT, UPDATE, DELETE ON "benefit_gap" TO asiavastaava_app;
ALTER TABLE "gap_consent" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "gap_consent" USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation());
GRANT SELECT, INSERT, UPDATE, DELETE ON "gap_consent" TO asiavastaava_app;
ALTER TABLE "gap_sheet" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "gap_sheet" USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation());
GRANT SELECT, INSERT, UPDATE, DELETE ON "gap_sheet" TO asiavastaava_app;
