-- A frequent word narrowed by codes: the newest cases that hold it are looked at first.
CREATE OR REPLACE FUNCTION app.find_words(wanted text[], narrow jsonb, lone boolean, after uuid, most int, among uuid[])
  RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  SET random_page_cost = 0.25 SET seq_page_cost = 0.25 SET max_parallel_workers_per_gather = 0 SET jit = off AS $$
DECLARE
  few CONSTANT int := 6000;
  words text := '';
  codes text := '';
  one text;
  these uuid[];
BEGIN
  IF app.organisation() IS NULL OR cardinality(wanted) = 0 THEN RETURN; END IF;
  FOREACH one IN ARRAY wanted LOOP
    words := words || format(' AND w.words && %L::bigint[]', one);
  END LOOP;
  IF lone THEN words := words || ' AND w.case_id IS NULL'; ELSE words := words || ' AND w.case_id IS NOT NULL'; END IF;
  IF after IS NOT NULL THEN words := words || format(' AND w.id < %L::uuid', after); END IF;
  IF NOT lone THEN
    IF narrow ? 'kind' THEN codes := codes || format(' AND c.kind = %L', narrow->>'kind'); END IF;
    IF narrow ? 'serviceTask' THEN codes := codes || format(' AND c.service_task = %L', narrow->>'serviceTask'); END IF;
    IF narrow ? 'municipality' THEN codes := codes || format(' AND c.municipality = %L', narrow->>'municipality'); END IF;
    IF narrow ? 'handler' THEN codes := codes || CASE WHEN narrow->>'handler' = 'nobody' THEN ' AND c.handler_id IS NULL'
      ELSE format(' AND c.handler_id = %L::uuid', narrow->>'handler') END; END IF;
    IF narrow ? 'urgent' THEN codes := codes || ' AND c.urgent'; END IF;
    IF narrow->>'state' = 'open' THEN codes := codes || ' AND c.closed_at IS NULL'; END IF;
    IF narrow->>'state' = 'closed' THEN codes := codes || ' AND c.closed_at IS NOT NULL'; END IF;
    IF narrow->>'state' = 'waiting' THEN
      codes := codes || ' AND c.closed_at IS NULL AND c.tags && array[''waiting-client'', ''waiting-authority'']'; END IF;
    IF narrow ? 'from' THEN codes := codes || format(' AND c.opened_at >= %L::timestamptz', narrow->>'from'); END IF;
    IF narrow ? 'until' THEN codes := codes || format(' AND c.opened_at < %L::timestamptz', narrow->>'until'); END IF;
  END IF;

  IF among IS NULL THEN
    PERFORM set_config('enable_indexscan', 'off', true), set_config('enable_seqscan', 'off', true);
    EXECUTE format('SELECT array(SELECT w.id FROM case_word w WHERE w.organisation = app.organisation()%s LIMIT %s)', words, few + 1)
      INTO these;
    PERFORM set_config('enable_indexscan', 'on', true), set_config('enable_seqscan', 'on', true);
    IF cardinality(these) <= few THEN
      IF codes = '' THEN RETURN QUERY SELECT s FROM unnest(these) AS s ORDER BY s DESC LIMIT most;
      ELSE RETURN QUERY EXECUTE format('SELECT c.id FROM "case" c WHERE c.organisation = app.organisation() AND c.id = ANY ($1)%s
        ORDER BY c.id DESC LIMIT %s', codes, most) USING these;
      END IF;
      RETURN;
    END IF;
    these := NULL;
    IF codes <> '' THEN
      -- As a rule the newest that hold the words fill the page; what the codes leave over is looked for only when not.
      PERFORM set_config('enable_bitmapscan', 'off', true);
      EXECUTE format('SELECT array(SELECT newest.id FROM (SELECT w.id, w.case_id FROM case_word w
          WHERE w.organisation = app.organisation()%s ORDER BY w.id DESC LIMIT %s) AS newest
        JOIN "case" c ON c.id = newest.case_id WHERE true%s ORDER BY newest.id DESC LIMIT %s)', words, few, codes, most) INTO these;
      PERFORM set_config('enable_bitmapscan', 'on', true);
      IF cardinality(these) = most THEN RETURN QUERY SELECT s FROM unnest(these) AS s ORDER BY s DESC; RETURN; END IF;
      these := NULL;
      EXECUTE format('SELECT array(SELECT c.id FROM "case" c WHERE c.organisation = app.organisation()%s%s LIMIT %s)',
        codes, CASE WHEN after IS NULL THEN '' ELSE format(' AND c.id < %L::uuid', after) END, few + 1) INTO these;
      IF cardinality(these) > few THEN these := NULL; ELSE codes := ''; END IF;
    END IF;
  ELSE
    these := among;
  END IF;

  -- Very many hold the words, or only few cases are looked at: one after the other, the newest first.
  PERFORM set_config('enable_bitmapscan', CASE WHEN these IS NULL THEN 'off' ELSE 'on' END, true);
  RETURN QUERY EXECUTE format('SELECT w.id FROM case_word w %s WHERE w.organisation = app.organisation()%s%s%s
    ORDER BY w.id DESC LIMIT %s', CASE WHEN codes = '' THEN '' ELSE 'JOIN "case" c ON c.id = w.case_id' END,
    CASE WHEN these IS NULL THEN '' ELSE ' AND w.id = ANY ($1)' END, words, codes, most) USING these;
  PERFORM set_config('enable_bitmapscan', 'on', true);
END $$;
REVOKE EXECUTE ON FUNCTION app.find_words(text[], jsonb, boolean, uuid, int, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_words(text[], jsonb, boolean, uuid, int, uuid[]) TO asiavastaava_app;
