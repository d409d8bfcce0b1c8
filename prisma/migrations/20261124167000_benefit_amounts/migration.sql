-- CreateTable
CREATE TABLE "own_amount" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "amount" DECIMAL(9,2) NOT NULL,
    "valid_from" DATE NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID NOT NULL,
    "replaced_at" TIMESTAMPTZ(3),
    "replaced_by" UUID,

    CONSTRAINT "own_amount_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "own_amount_organisation_replaced_at_code_idx" ON "own_amount"("organisation", "replaced_at", "code");

-- One amount of a code begins on a day.
CREATE UNIQUE INDEX "own_amount_standing" ON "own_amount"("organisation", "code", "valid_from") WHERE "replaced_at" IS NULL;
ALTER TABLE "own_amount" ADD CONSTRAINT "own_amount_positive" CHECK ("amount" >= 0);
ALTER TABLE "own_amount" ADD CONSTRAINT "own_amount_replaced" CHECK (("replaced_at" IS NULL) = ("replaced_by" IS NULL));
ALTER TABLE "own_amount" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "own_amount" USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation());
-- Only that a row was replaced is ever written over it.
GRANT SELECT, INSERT ON "own_amount" TO asiavastaava_app;
GRANT UPDATE (replaced_at, replaced_by) ON "own_amount" TO asiavastaava_app;
