-- Whom a person can turn to, as each office keeps it. Everybody may read it, also before any office is known: it is
-- shown on the public pages. Only the office's own people change it.

-- CreateTable
CREATE TABLE "body" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name_fi" TEXT NOT NULL DEFAULT '',
    "name_sv" TEXT NOT NULL DEFAULT '',
    "name_en" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "hours" JSONB NOT NULL DEFAULT '{}',
    "address" TEXT NOT NULL DEFAULT '',
    "web" TEXT NOT NULL DEFAULT '',
    "say" JSONB NOT NULL DEFAULT '{}',
    "municipality" TEXT,
    "checked_on" DATE NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "body_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "body_organisation_kind_idx" ON "body"("organisation", "kind");

ALTER TABLE "body" ENABLE ROW LEVEL SECURITY;
CREATE POLICY everyone_reads ON "body" FOR SELECT USING (true);
CREATE POLICY own_inserts ON "body" FOR INSERT WITH CHECK (organisation = app.organisation());
CREATE POLICY own_changes ON "body" FOR UPDATE USING (organisation = app.organisation())
  WITH CHECK (organisation = app.organisation());
CREATE POLICY own_deletes ON "body" FOR DELETE USING (organisation = app.organisation());
GRANT SELECT, INSERT, UPDATE, DELETE ON "body" TO asiavastaava_app;
