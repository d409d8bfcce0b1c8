-- CreateTable
CREATE TABLE "staff_identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "session_identity" (
    "session_id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "sid" TEXT,

    CONSTRAINT "session_identity_pkey" PRIMARY KEY ("session_id")
);

-- CreateIndex
CREATE INDEX "staff_identity_staff_id_idx" ON "staff_identity"("staff_id");

-- CreateIndex
CREATE INDEX "session_identity_issuer_subject_idx" ON "session_identity"("issuer", "subject");

-- AddForeignKey
ALTER TABLE "staff_identity" ADD CONSTRAINT "staff_identity_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_identity" ADD CONSTRAINT "session_identity_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "staff_identity" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "staff_identity" USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation());
GRANT SELECT, INSERT, UPDATE, DELETE ON "staff_identity" TO asiavastaava_app;
ALTER TABLE "session_identity" ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "session_identity" USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation());
GRANT SELECT, INSERT, DELETE ON "session_identity" TO asiavastaava_app;

-- Who comes is known only after this: asked before there is an office.
CREATE FUNCTION app.find_identity(wanted_issuer text, wanted_subject text)
  RETURNS TABLE (id uuid, organisation text, active boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.organisation, s.active FROM staff_identity i JOIN staff s ON s.id = i.staff_id
  WHERE i.issuer = wanted_issuer AND i.subject = wanted_subject $$;

-- The sessions the identity provider speaks of when somebody signs out there: one by its sid, or all of a person.
CREATE FUNCTION app.sessions_of_identity(wanted_issuer text, wanted_subject text, wanted_sid text)
  RETURNS TABLE (id uuid, organisation text, staff_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.organisation, s.staff_id FROM session_identity i JOIN session s ON s.id = i.session_id
  WHERE i.issuer = wanted_issuer
    AND (wanted_subject IS NOT NULL OR wanted_sid IS NOT NULL)
    AND (wanted_subject IS NULL OR i.subject = wanted_subject)
    AND (wanted_sid IS NULL OR i.sid = wanted_sid) $$;

REVOKE ALL ON FUNCTION app.find_identity(text, text), app.sessions_of_identity(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_identity(text, text), app.sessions_of_identity(text, text, text) TO asiavastaava_app;
