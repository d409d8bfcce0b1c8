-- The cases a client has tied to an e-identification. Which office they are in is known only after this, so it is asked
-- before there is an office: with one hash for each, none of which means anything in another.
CREATE FUNCTION app.cases_of_identity(offices text[], hashes bytea[]) RETURNS TABLE (id uuid, organisation text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.organisation FROM unnest(offices, hashes) AS asked(office, hash)
  JOIN blind_index b ON b.organisation = asked.office AND b.kind = 'identity' AND b.hash = asked.hash
  JOIN "case" c ON c.organisation = b.organisation AND c.key_id = b.key_id
  ORDER BY c.opened_at DESC, c.id DESC $$;

REVOKE ALL ON FUNCTION app.cases_of_identity(text[], bytea[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.cases_of_identity(text[], bytea[]) TO asiavastaava_app;
