-- CreateTable
CREATE TABLE "law_rule" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),
    "replaced_by" UUID,

    CONSTRAINT "law_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "law_rule_organisation_replaced_at_code_idx" ON "law_rule"("organisation", "replaced_at", "code");

ALTER TABLE "law_rule" ADD CONSTRAINT "law_rule_replaced" CHECK (("replaced_at" IS NULL) = ("replaced_by" IS NULL));
ALTER TABLE "law_rule" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "law_rule" USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation());
-- Only that a row was replaced is ever written over it.
GRANT SELECT, INSERT ON "law_rule" TO asiavastaava_app;
GRANT UPDATE (replaced_at, replaced_by) ON "law_rule" TO asiavastaava_app;
