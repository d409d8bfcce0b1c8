-- CreateSchema

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "municipality" TEXT,
    "language" TEXT NOT NULL DEFAULT 'fi',
    "password_hash" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" BYTEA NOT NULL,
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "invitation" (
    "token_hash" BYTEA NOT NULL,
    "organisation" TEXT,
    "email" TEXT,
    "role" TEXT NOT NULL,
    "municipality" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_count" (
    "key" BYTEA NOT NULL,
    "count" INTEGER NOT NULL,
    "resets_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_count_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "lost_form" (
    "token_hash" BYTEA NOT NULL,
    "path" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lost_form_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "data_key" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "master_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "workflow" TEXT NOT NULL,
    "workflow_version" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "state" TEXT[],
    "tags" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "key_id" UUID NOT NULL,
    "person_unit" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "contact_person" TEXT NOT NULL,
    "age_band" TEXT,
    "service_task" TEXT,
    "service" TEXT,
    "provider_mode" TEXT,
    "nature" TEXT,
    "reasons" TEXT[],
    "outcome" TEXT,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "handler_id" UUID,
    "person_sealed" BYTEA,
    "account_sealed" BYTEA,
    "receipt_hash" BYTEA,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "next_due" DATE,
    "next_statutory" BOOLEAN NOT NULL DEFAULT false,
    "statutory_due" DATE,
    "unread" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "type" TEXT NOT NULL,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "state_before" TEXT[],
    "state_after" TEXT[],
    "note_sealed" BYTEA,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sender" TEXT NOT NULL,
    "staff_id" UUID,
    "body_sealed" BYTEA NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID,
    "body_sealed" BYTEA NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "started_on" DATE NOT NULL,
    "due" DATE NOT NULL,
    "computation" JSONB NOT NULL,
    "paused_on" DATE,
    "stopped_on" DATE,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "case_id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answers" JSONB NOT NULL,
    "comment_sealed" BYTEA,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "code_hash" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("code_hash")
);

-- CreateTable
CREATE TABLE "idempotent_answer" (
    "key_hash" BYTEA NOT NULL,
    "organisation" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotent_answer_pkey" PRIMARY KEY ("key_hash")
);

-- CreateTable
CREATE TABLE "blind_index" (
    "organisation" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "key_id" UUID NOT NULL,

    CONSTRAINT "blind_index_pkey" PRIMARY KEY ("organisation","kind","hash","key_id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "year" SMALLINT NOT NULL,
    "month" SMALLINT NOT NULL,
    "channel" TEXT,
    "contact_person" TEXT,
    "language" TEXT,
    "municipality" TEXT,
    "age_band" TEXT,
    "service_task" TEXT,
    "service" TEXT,
    "provider_mode" TEXT,
    "nature" TEXT,
    "reasons" TEXT[],
    "actions" TEXT[],
    "outcome" TEXT,
    "case_id" UUID,
    "case_unit" UUID NOT NULL,
    "person_unit" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "logged_by" UUID,
    "key_id" UUID,
    "person_sealed" BYTEA,
    "note_sealed" BYTEA,
    "import_id" UUID,
    "import_hash" BYTEA,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID,
    "file_hash" BYTEA NOT NULL,
    "accepted" INTEGER NOT NULL,
    "duplicates" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "organisation" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "event" TEXT NOT NULL,
    "subject_kind" TEXT,
    "subject_id" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("organisation","seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "organisation" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("organisation")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID,
    "staff_id" UUID,
    "template" TEXT NOT NULL,
    "template_version" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "address_sealed" BYTEA,
    "key_id" UUID,
    "variables" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "message_id" TEXT NOT NULL,
    "subject" TEXT,
    "text" TEXT,
    "last_answer" TEXT,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "code" TEXT NOT NULL,
    "name_fi" TEXT NOT NULL,
    "name_sv" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "hours" JSONB NOT NULL DEFAULT '{}',
    "visits" JSONB NOT NULL DEFAULT '{}',
    "languages" TEXT[] DEFAULT ARRAY['fi', 'sv', 'en']::TEXT[],
    "sami_page" TEXT NOT NULL DEFAULT '',
    "sami_reviewed" BOOLEAN NOT NULL DEFAULT false,
    "served" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "population" (
    "organisation" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "residents" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "population_pkey" PRIMARY KEY ("organisation","municipality","year")
);

-- CreateTable
CREATE TABLE "report_section" (
    "organisation" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "markdown" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" UUID,

    CONSTRAINT "report_section_pkey" PRIMARY KEY ("organisation","year","language","key")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "municipality" TEXT,
    "year" INTEGER NOT NULL,
    "quarter" INTEGER,
    "language" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "pdf" BYTEA NOT NULL,
    "figures" JSONB NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL,
    "released_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE INDEX "staff_organisation_role_idx" ON "staff"("organisation", "role");

-- CreateIndex
CREATE UNIQUE INDEX "session_id_key" ON "session"("id");

-- CreateIndex
CREATE INDEX "session_staff_id_idx" ON "session"("staff_id");

-- CreateIndex
CREATE INDEX "rate_count_resets_at_idx" ON "rate_count"("resets_at");

-- CreateIndex
CREATE INDEX "lost_form_created_at_idx" ON "lost_form"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "case_number_key" ON "case"("number");

-- CreateIndex
CREATE INDEX "case_organisation_handler_id_next_due_id_idx" ON "case"("organisation", "handler_id", "next_due", "id");

-- CreateIndex
CREATE INDEX "case_organisation_opened_at_id_idx" ON "case"("organisation", "opened_at", "id");

-- CreateIndex
CREATE INDEX "case_organisation_person_unit_idx" ON "case"("organisation", "person_unit");

-- CreateIndex
CREATE INDEX "case_event_case_id_at_id_idx" ON "case_event"("case_id", "at", "id");

-- CreateIndex
CREATE INDEX "message_case_id_at_id_idx" ON "message"("case_id", "at", "id");

-- CreateIndex
CREATE INDEX "note_case_id_at_id_idx" ON "note"("case_id", "at", "id");

-- CreateIndex
CREATE INDEX "clock_case_id_idx" ON "clock"("case_id");

-- CreateIndex
CREATE INDEX "clock_organisation_state_due_idx" ON "clock"("organisation", "state", "due");

-- CreateIndex
CREATE INDEX "draft_expires_at_idx" ON "draft"("expires_at");

-- CreateIndex
CREATE INDEX "idempotent_answer_created_at_idx" ON "idempotent_answer"("created_at");

-- CreateIndex
CREATE INDEX "blind_index_key_id_idx" ON "blind_index"("key_id");

-- CreateIndex
CREATE INDEX "contact_organisation_year_month_idx" ON "contact"("organisation", "year", "month");

-- CreateIndex
CREATE INDEX "contact_organisation_case_unit_idx" ON "contact"("organisation", "case_unit");

-- CreateIndex
CREATE INDEX "contact_organisation_person_unit_idx" ON "contact"("organisation", "person_unit");

-- CreateIndex
CREATE INDEX "contact_organisation_at_id_idx" ON "contact"("organisation", "at", "id");

-- CreateIndex
CREATE INDEX "contact_case_id_idx" ON "contact"("case_id");

-- CreateIndex
CREATE INDEX "contact_key_id_idx" ON "contact"("key_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_organisation_import_hash_key" ON "contact"("organisation", "import_hash");

-- CreateIndex
CREATE INDEX "import_organisation_at_idx" ON "import"("organisation", "at");

-- CreateIndex
CREATE INDEX "audit_entry_organisation_subject_kind_subject_id_seq_idx" ON "audit_entry"("organisation", "subject_kind", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "audit_entry_organisation_event_seq_idx" ON "audit_entry"("organisation", "event", "seq");

-- CreateIndex
CREATE INDEX "notice_organisation_state_planned_at_id_idx" ON "notice"("organisation", "state", "planned_at", "id");

-- CreateIndex
CREATE INDEX "notice_case_id_idx" ON "notice"("case_id");

-- CreateIndex
CREATE INDEX "release_organisation_municipality_year_idx" ON "release"("organisation", "municipality", "year");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clock" ADD CONSTRAINT "clock_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------
-- By hand from here on: what Prisma's schema cannot say.
-- ---------------------------------------------------------------------------------------------

-- Closed vocabularies.
ALTER TABLE "staff" ADD CHECK (role IN ('ombudsman', 'lead', 'admin', 'authority'));
ALTER TABLE "staff" ADD CHECK (role = 'authority' OR municipality IS NULL);
ALTER TABLE "invitation" ADD CHECK (role IN ('ombudsman', 'lead', 'admin', 'authority'));
ALTER TABLE "case" ADD CHECK (kind IN ('advice', 'complaint'));
ALTER TABLE "case_event" ADD CHECK (actor_kind IN ('client', 'staff', 'system'));
ALTER TABLE "message" ADD CHECK (sender IN ('client', 'office', 'system'));
ALTER TABLE "clock" ADD CHECK (state IN ('running', 'paused', 'stopped'));
ALTER TABLE "clock" ADD CHECK (kind IN ('statutory', 'guidance', 'target'));
ALTER TABLE "contact" ADD CHECK (month BETWEEN 1 AND 12);
ALTER TABLE "contact" ADD CHECK (source IN ('portal', 'api', 'desk', 'import'));
ALTER TABLE "notice" ADD CHECK (state IN ('planned', 'sending', 'sent', 'waiting', 'undelivered', 'cancelled'));
ALTER TABLE "population" ADD CHECK (residents >= 0);
ALTER TABLE "release" ADD CHECK (quarter BETWEEN 1 AND 4);

-- The queue reads open cases only; what is closed is listed by the day it was closed.
CREATE INDEX "case_open_queue" ON "case" (organisation, next_due, id) WHERE closed_at IS NULL;
CREATE INDEX "case_closed" ON "case" (organisation, closed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX "notice_unsent" ON "notice" (organisation, planned_at, id) WHERE state <> 'sent';

-- The application's role: it owns nothing. Each database has its own login role that is a member.
DO $$ BEGIN
  CREATE ROLE asiavastaava_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA app TO asiavastaava_app;
GRANT USAGE ON SCHEMA public TO asiavastaava_app;

-- Case numbers run through all offices, so that a number tells nothing of an office's size.
-- The one row that names the master key everything here is sealed under. Only the owner reads it.
CREATE TABLE app.installation (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  key_id text NOT NULL
);

CREATE SEQUENCE app.case_number;
GRANT USAGE ON SEQUENCE app.case_number TO asiavastaava_app;

-- The office the present transaction works for; nothing set, nothing seen.
CREATE FUNCTION app.organisation() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN current_setting('app.organisation', true);

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['population', 'staff', 'session', 'data_key', 'case', 'case_event', 'message',
    'note', 'clock', 'feedback', 'blind_index', 'contact', 'import', 'notice',
    'report_section', 'release', 'audit_entry', 'invitation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation())', name);
  END LOOP;
END $$;

-- Offices themselves are public knowledge; only the office changes its own.
ALTER TABLE "organisation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY everyone_reads ON "organisation" FOR SELECT USING (true);
CREATE POLICY own_changes ON "organisation" FOR UPDATE USING (code = app.organisation()) WITH CHECK (code = app.organisation());

GRANT SELECT, UPDATE ON "organisation" TO asiavastaava_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "population", "staff", "session", "data_key", "case", "clock",
  "blind_index", "contact", "import", "notice", "report_section", "invitation" TO asiavastaava_app;
GRANT SELECT, INSERT, UPDATE ON "feedback", "release" TO asiavastaava_app;
-- History is added to, never rewritten; a message may only be marked as read.
GRANT SELECT, INSERT ON "case_event", "message", "note" TO asiavastaava_app;
GRANT UPDATE (read_at) ON "message" TO asiavastaava_app;
GRANT SELECT ON "audit_entry" TO asiavastaava_app;
-- Without an office: counts by hashed key, and texts sealed under keys the database does not hold.
GRANT SELECT, INSERT, UPDATE, DELETE ON "rate_count", "lost_form", "draft", "idempotent_answer" TO asiavastaava_app;

-- Appends entries to the office's audit chain and links each to the one before it. Called last in a
-- transaction: the head's row lock is then held only until the commit. The application cannot write
-- the table in any other way.
-- hash = SHA-256(previous hash || fields joined by 0x1F, see app.audit_text)
CREATE FUNCTION app.audit_text(e audit_entry) RETURNS bytea LANGUAGE sql STABLE
  RETURN convert_to(concat_ws(E'\x1f', e.organisation, e.seq::text, (extract(epoch FROM e.at) * 1000)::bigint::text,
    e.actor_kind, coalesce(e.actor_id::text, '-'), e.event, coalesce(e.subject_kind, '-'), coalesce(e.subject_id, '-'),
    e.details::text), 'UTF8');

CREATE FUNCTION app.append_audit(entries jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE head audit_head; item jsonb; e audit_entry; org text := app.organisation();
BEGIN
  IF org IS NULL OR org = '' THEN RAISE EXCEPTION 'audit outside an organisation'; END IF;
  SELECT * INTO head FROM audit_head WHERE organisation = org FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO audit_head VALUES (org, 0, '\x') ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM audit_head WHERE organisation = org FOR UPDATE;
  END IF;
  FOR item IN SELECT * FROM jsonb_array_elements(entries) LOOP
    e.organisation := org;
    e.seq := head.seq + 1;
    e.at := date_trunc('milliseconds', (item->>'at')::timestamptz);
    e.actor_kind := item->>'actorKind';
    e.actor_id := (item->>'actorId')::uuid;
    e.event := item->>'event';
    e.subject_kind := item->>'subjectKind';
    e.subject_id := item->>'subjectId';
    e.details := coalesce(item->'details', '{}'::jsonb);
    e.previous := head.hash;
    e.hash := sha256(head.hash || app.audit_text(e));
    INSERT INTO audit_entry VALUES (e.*);
    head.seq := e.seq;
    head.hash := e.hash;
  END LOOP;
  UPDATE audit_head SET seq = head.seq, hash = head.hash WHERE organisation = org;
END $$;

-- Even the owner's own statements cannot change or remove an entry by mistake.
CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'audit entries are never changed or removed'; END $$;
CREATE TRIGGER audit_entry_fixed BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

-- How much work waits, by kind: numbers only.
CREATE FUNCTION app.jobs_waiting() RETURNS TABLE (task text, waiting int, failing int) LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_temp AS $$
  SELECT t.identifier::text, count(*) FILTER (WHERE j.run_at <= now())::int, count(*) FILTER (WHERE j.attempts > 0)::int
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id GROUP BY 1 $$;

-- Jobs are planned in the transaction of what they follow from. graphile-worker's own schema stays
-- closed to the application; these two doors are all it has.
CREATE FUNCTION app.plan_job(task text, payload json, run_at timestamptz, job_key text, max_attempts int)
  RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = graphile_worker, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key,
    max_attempts => max_attempts, job_key_mode => 'replace');
END $$;
CREATE FUNCTION app.cancel_job(job_key text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = graphile_worker, pg_temp AS $$
BEGIN PERFORM graphile_worker.remove_job(job_key); END $$;

-- Narrow doors for the moments before an office is known: signing in, a cookie, an invitation, a
-- client's case number. Each returns only what the caller needs to go on.
CREATE FUNCTION app.find_staff(wanted text) RETURNS TABLE (id uuid, organisation text, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.organisation, s.password_hash FROM staff s WHERE s.email = lower(wanted) AND s.active $$;

CREATE FUNCTION app.find_session(hash bytea, at timestamptz)
  RETURNS TABLE (id uuid, organisation text, staff_id uuid, name text, email text, role text, municipality text,
    language text, last_seen_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.organisation, s.staff_id, p.name, p.email, p.role, p.municipality, p.language, s.last_seen_at
  FROM session s JOIN staff p ON p.id = s.staff_id AND p.active
  WHERE s.token_hash = hash AND s.expires_at > at $$;

-- Whose a session was, also when it has ended: a form that was lost with it goes back to nobody else.
CREATE FUNCTION app.session_owner(hash bytea) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.staff_id FROM session s WHERE s.token_hash = hash $$;

-- The very first link: only while no administrator exists; a newer one takes the place of an unused older one.
CREATE FUNCTION app.has_administrator() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM staff WHERE role = 'admin' AND active) $$;

CREATE FUNCTION app.first_invitation(hash bytea, at timestamptz, until timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('first invitation'));
  IF app.has_administrator() THEN RETURN false; END IF;
  DELETE FROM invitation WHERE organisation IS NULL AND used_at IS NULL;
  INSERT INTO invitation (token_hash, organisation, email, role, municipality, created_at, expires_at)
    VALUES (hash, NULL, NULL, 'admin', NULL, at, until);
  RETURN true;
END $$;

CREATE FUNCTION app.find_invitation(hash bytea, at timestamptz)
  RETURNS TABLE (organisation text, email text, role text, municipality text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.organisation, i.email, i.role, i.municipality FROM invitation i
  WHERE i.token_hash = hash AND i.used_at IS NULL AND i.expires_at > at $$;

CREATE FUNCTION app.use_invitation(hash bytea, at timestamptz) RETURNS boolean
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH used AS (UPDATE invitation SET used_at = at
    WHERE token_hash = hash AND used_at IS NULL AND expires_at > at RETURNING 1)
  SELECT EXISTS (SELECT 1 FROM used) $$;

CREATE FUNCTION app.find_case(wanted text) RETURNS TABLE (id uuid, organisation text, receipt_hash bytea)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.organisation, c.receipt_hash FROM "case" c WHERE c.number = wanted $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA app FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO asiavastaava_app;
