-- The busiest way in is a new complaint. What it follows from is written with it in as few words to the server as
-- can be, and the office's audit chain is locked no longer than the commit itself takes.

-- Entries wait here from the moment they are written to the commit of the same transaction; nobody ever sees a row.
-- Unlogged: a row does not outlive its transaction, so there is nothing to recover.
CREATE UNLOGGED TABLE app.audit_pending (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organisation text NOT NULL CHECK (organisation <> ''),
  entries jsonb NOT NULL
);
ALTER TABLE app.audit_pending ENABLE ROW LEVEL SECURITY;
CREATE POLICY tenant ON app.audit_pending FOR INSERT WITH CHECK (organisation = app.organisation());
GRANT INSERT ON app.audit_pending TO asiavastaava_app;

-- Runs at COMMIT. Takes the head of the office's chain and links each entry to the one before it. The application
-- cannot write the chain in any other way.
-- hash = SHA-256(previous hash || fields joined by 0x1F, see app.audit_text)
CREATE FUNCTION app.link_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp AS $$
DECLARE head audit_head; item jsonb; e audit_entry;
BEGIN
  SELECT * INTO head FROM audit_head WHERE organisation = NEW.organisation FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO audit_head VALUES (NEW.organisation, 0, '\x') ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM audit_head WHERE organisation = NEW.organisation FOR UPDATE;
  END IF;
  FOR item IN SELECT * FROM jsonb_array_elements(NEW.entries) LOOP
    e.organisation := NEW.organisation;
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
  UPDATE audit_head SET seq = head.seq, hash = head.hash WHERE organisation = NEW.organisation;
  DELETE FROM app.audit_pending WHERE id = NEW.id;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audit_linked AFTER INSERT ON app.audit_pending
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.link_audit();
REVOKE EXECUTE ON FUNCTION app.link_audit() FROM PUBLIC;
DROP FUNCTION app.append_audit(jsonb);

-- All jobs of a transaction at once: planning them one by one took longer than all its rows together.
-- No two of `planned` may have one key.
CREATE FUNCTION app.plan_jobs(planned jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = graphile_worker, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_jobs(array_agg(
    (task, payload, NULL, run_at, attempts, key, NULL, NULL)::graphile_worker.job_spec))
  FROM jsonb_to_recordset(planned) AS j(task text, payload json, run_at timestamptz, key text, attempts int);
END $$;
DROP FUNCTION app.plan_job(text, json, timestamptz, text, int);

-- The answer kept for an Idempotency-Key, once whoever is at work under that key has committed or given up.
CREATE FUNCTION app.kept_answer(wanted bytea) RETURNS SETOF public.idempotent_answer LANGUAGE plpgsql
  SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(('x' || encode(substr(wanted, 1, 8), 'hex'))::bit(64)::bigint);
  RETURN QUERY SELECT * FROM idempotent_answer WHERE key_hash = wanted;
END $$;

REVOKE EXECUTE ON FUNCTION app.plan_jobs(jsonb), app.kept_answer(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.plan_jobs(jsonb), app.kept_answer(bytea) TO asiavastaava_app;
