-- A master key only wraps: the keys of cases, and the one secret from which everything else is derived. So it can be
-- changed without touching what is sealed.

-- The secret, wrapped under the master key that `key_id` names. Null in an installation that is older than this.
ALTER TABLE app.installation ADD COLUMN root_wrapped bytea;
-- Master keys under which something may still be wrapped while they are being replaced.
ALTER TABLE app.installation ADD COLUMN earlier text[] NOT NULL DEFAULT '{}';
-- Since when no mail leaves: what was restored from a backup is looked through first.
ALTER TABLE app.installation ADD COLUMN mail_held_at timestamptz;

-- A program that has slept through a change of keys must not leave behind what nobody can open any more.
CREATE FUNCTION app.check_master_key() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM app.installation i
    WHERE NEW.master_key <> i.key_id AND NEW.master_key <> ALL (i.earlier)) THEN
    RAISE EXCEPTION 'wrapped under a master key that is no longer in use' USING ERRCODE = 'AV001';
  END IF;
  RETURN NEW;
END $$;
REVOKE EXECUTE ON FUNCTION app.check_master_key() FROM PUBLIC;
CREATE TRIGGER data_key_master BEFORE INSERT OR UPDATE OF master_key ON "data_key"
  FOR EACH ROW EXECUTE FUNCTION app.check_master_key();

CREATE FUNCTION app.mail_held() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce((SELECT i.mail_held_at IS NOT NULL FROM app.installation i), false) $$;
REVOKE EXECUTE ON FUNCTION app.mail_held() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.mail_held() TO asiavastaava_app;
