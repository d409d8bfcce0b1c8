-- The key with which an office's daily digests are signed. Its seed is derived from a data key, so that a change of
-- the master key wraps it anew like any other; that data key cannot be erased while a digest needs it.
CREATE TABLE "audit_signing_key" (
    "key_id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_signing_key_pkey" PRIMARY KEY ("key_id")
);
CREATE INDEX "audit_signing_key_organisation_created_at_idx" ON "audit_signing_key"("organisation", "created_at");
ALTER TABLE "audit_signing_key" ADD CONSTRAINT "audit_signing_key_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "data_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Where an office's audit chain stood when a day had ended, signed.
CREATE TABLE "audit_digest" (
    "organisation" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "key_id" UUID NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "audit_digest_pkey" PRIMARY KEY ("organisation","day")
);
CREATE INDEX "audit_digest_key_id_idx" ON "audit_digest"("key_id");
ALTER TABLE "audit_digest" ADD CONSTRAINT "audit_digest_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "audit_signing_key"("key_id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_signing_key', 'audit_digest'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation())', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO asiavastaava_app', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.refuse_change()', name || '_fixed', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', name || '_whole', name);
  END LOOP;
END $$;

-- Nor is the whole log emptied by mistake, by whoever it be.
CREATE TRIGGER audit_entry_whole BEFORE TRUNCATE ON "audit_entry" FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- The log is read by person and by event, the latest first.
CREATE INDEX "audit_entry_organisation_actor_id_seq_idx" ON "audit_entry"("organisation", "actor_id", "seq");
