-- What a client says is wrong in the data of a case (GDPR, Article 16). It stands beside the original, which stays.
CREATE TABLE "rectification" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" TEXT NOT NULL,
    "entered_by" UUID,
    "subject" TEXT NOT NULL,
    "text_sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "answer_sealed" BYTEA,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "rectification_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "rectification_case_id_idx" ON "rectification"("case_id");
CREATE INDEX "rectification_organisation_state_idx" ON "rectification"("organisation", "state");
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "rectification" ADD CONSTRAINT "rectification_codes" CHECK (
  asked_by IN ('client', 'office') AND state IN ('asked', 'noted', 'refused')
  AND subject IN ('person', 'told', 'message', 'contact', 'letter', 'codes', 'other'));
ALTER TABLE "rectification" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "rectification" USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation());
GRANT SELECT, INSERT ON "rectification" TO asiavastaava_app;
-- What was asked stays as it was written; only the answer is added.
GRANT UPDATE (state, answer_sealed, answered_by, answered_at) ON "rectification" TO asiavastaava_app;
