-- Search over sealed text (docs/decisions/0021).

-- CreateTable
CREATE TABLE "text_word" (
    "kind" TEXT NOT NULL,
    "text_id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "key_id" UUID NOT NULL,
    "case_id" UUID,
    "contact_id" UUID,
    "words" BIGINT[],

    CONSTRAINT "text_word_pkey" PRIMARY KEY ("text_id", "kind")
);

-- CreateTable
CREATE TABLE "case_word" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID,
    "contact_id" UUID,
    "words" BIGINT[],

    CONSTRAINT "case_word_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "word_fill" (
    "organisation" TEXT NOT NULL,
    "scheme" INTEGER NOT NULL,
    "last_case" UUID,
    "last_contact" UUID,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "word_fill_pkey" PRIMARY KEY ("organisation")
);

-- CreateIndex
CREATE INDEX "text_word_key_id_idx" ON "text_word"("key_id");
-- CreateIndex
CREATE INDEX "text_word_case_id_idx" ON "text_word"("case_id");
-- CreateIndex
CREATE INDEX "text_word_contact_id_idx" ON "text_word"("contact_id");
-- A short list of what is not yet sorted in: writing stays quick and a search has little to go through.
CREATE INDEX "case_word_words_idx" ON "case_word" USING GIN ("words") WITH (gin_pending_list_limit = 512);
-- CreateIndex
CREATE INDEX "case_word_case_id_idx" ON "case_word"("case_id");
-- CreateIndex
CREATE INDEX "case_word_contact_id_idx" ON "case_word"("contact_id");
-- The start of a case number finds the case.
CREATE INDEX "case_number_start" ON "case" ("number" text_pattern_ops) WHERE "number" IS NOT NULL;

-- AddForeignKey
ALTER TABLE "text_word" ADD CONSTRAINT "text_word_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "data_key"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "text_word" ADD CONSTRAINT "text_word_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "text_word" ADD CONSTRAINT "text_word_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "case_word" ADD CONSTRAINT "case_word_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "case_word" ADD CONSTRAINT "case_word_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "text_word" ADD CONSTRAINT "text_word_owner" CHECK (case_id IS NOT NULL OR contact_id IS NOT NULL);

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['text_word', 'case_word', 'word_fill'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation())', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "text_word", "case_word", "word_fill" TO asiavastaava_app;

-- Whoever a conflict of interest locks out of a case has no part in its words either.
SELECT app.lock_rows('text_word', 'case_id', 'locked_cases'), app.lock_rows('text_word', 'contact_id', 'locked_contacts'),
  app.lock_rows('text_word', 'key_id', 'locked_keys'), app.lock_rows('case_word', 'case_id', 'locked_cases'),
  app.lock_rows('case_word', 'contact_id', 'locked_contacts');

-- New texts: their words are added to those of the case. Two at once wait for each other on its row and lose nothing.
CREATE FUNCTION app.words_added() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO case_word AS whole (id, organisation, case_id, contact_id, words)
  SELECT coalesce(a.case_id, a.contact_id), a.organisation, a.case_id,
    CASE WHEN a.case_id IS NULL THEN a.contact_id END, array_agg(DISTINCT word)
  FROM added a, unnest(a.words) AS word
  GROUP BY coalesce(a.case_id, a.contact_id), a.organisation, a.case_id, CASE WHEN a.case_id IS NULL THEN a.contact_id END
  ON CONFLICT (id) DO UPDATE SET words = ARRAY(SELECT DISTINCT unnest(whole.words || excluded.words)),
    case_id = excluded.case_id, contact_id = excluded.contact_id;
  RETURN NULL;
END $$;

-- Texts that changed, moved or went: what is left is counted together anew, each case's row locked before it is read.
CREATE FUNCTION app.sum_words(owners uuid[]) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE owner uuid;
BEGIN
  FOR owner IN SELECT DISTINCT one FROM unnest(owners) AS one WHERE one IS NOT NULL ORDER BY one LOOP
    PERFORM 1 FROM case_word w WHERE w.id = owner FOR UPDATE;
    CONTINUE WHEN NOT FOUND;
    UPDATE case_word w SET words = coalesce((SELECT array_agg(DISTINCT word)
        FROM text_word t, unnest(t.words) AS word
        WHERE t.case_id = owner OR (t.contact_id = owner AND t.case_id IS NULL)), '{}')
      WHERE w.id = owner;
    DELETE FROM case_word w WHERE w.id = owner AND w.words = '{}';
  END LOOP;
END $$;

CREATE FUNCTION app.words_changed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  -- A first text, or one that moved to a case, may find no row to count into.
  INSERT INTO case_word (id, organisation, case_id, contact_id, words)
  SELECT DISTINCT coalesce(c.case_id, c.contact_id), c.organisation, c.case_id,
    CASE WHEN c.case_id IS NULL THEN c.contact_id END, '{}'::bigint[]
  FROM changed c ON CONFLICT (id) DO NOTHING;
  PERFORM app.sum_words(ARRAY(SELECT coalesce(case_id, contact_id) FROM changed
    UNION SELECT coalesce(case_id, contact_id) FROM former));
  RETURN NULL;
END $$;

CREATE FUNCTION app.words_gone() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.sum_words(ARRAY(SELECT DISTINCT coalesce(case_id, contact_id) FROM former));
  RETURN NULL;
END $$;

CREATE TRIGGER words_added AFTER INSERT ON "text_word" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION app.words_added();
CREATE TRIGGER words_changed AFTER UPDATE ON "text_word" REFERENCING OLD TABLE AS former NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION app.words_changed();
CREATE TRIGGER words_gone AFTER DELETE ON "text_word" REFERENCING OLD TABLE AS former
  FOR EACH STATEMENT EXECUTE FUNCTION app.words_gone();

-- A text that goes with its row takes its words along, whoever removes it.
CREATE FUNCTION app.forget_words() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM text_word t USING former f WHERE t.text_id = f.id;
  RETURN NULL;
END $$;
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['message', 'note', 'case_event', 'letter', 'letter_point', 'consent', 'agreement_item',
    'goal', 'rights_issue', 'benefit_gap', 'contact'] LOOP
    EXECUTE format('CREATE TRIGGER forget_words AFTER DELETE ON %I REFERENCING OLD TABLE AS former
      FOR EACH STATEMENT EXECUTE FUNCTION app.forget_words()', name);
  END LOOP;
END $$;

-- A contact, or a gap of one, that becomes a case's own: its words go along.
CREATE FUNCTION app.words_move() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE text_word SET case_id = NEW.case_id WHERE text_id = NEW.id AND case_id IS DISTINCT FROM NEW.case_id;
  RETURN NULL;
END $$;
CREATE TRIGGER words_move AFTER UPDATE OF case_id ON "contact" FOR EACH ROW
  WHEN (OLD.case_id IS DISTINCT FROM NEW.case_id AND NEW.case_id IS NOT NULL) EXECUTE FUNCTION app.words_move();
CREATE TRIGGER words_move AFTER UPDATE OF case_id ON "benefit_gap" FOR EACH ROW
  WHEN (OLD.case_id IS DISTINCT FROM NEW.case_id AND NEW.case_id IS NOT NULL) EXECUTE FUNCTION app.words_move();

-- Row-level security lets no index of arrays be used before it has looked at every row itself. This door looks through the
-- index and holds to the office of the transaction as the policy does. Each element of `wanted` is an array of which one
-- must be met; `narrow` holds codes of the case, `among` the only ids to look at. Gives ids of cases (or of contacts without one), the newest first.
-- How many hold a word cannot be known from the planner's figures: a word that is in no text looks to it like a fairly
-- frequent one, and with a limit it would go through all cases for it. So the index of words is asked first, up to a few
-- thousand; only when there are more, the newest cases are gone through one by one, which then ends soon. The words of an
-- office are small beside the memory of its machine, so a page read here and there costs little more than one read in its
-- order; and a few thousand cases are looked up by their key rather than by reading the whole table of cases.
CREATE FUNCTION app.find_words(wanted text[], narrow jsonb, lone boolean, after uuid, most int, among uuid[])
  RETURNS SETOF uuid LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  SET random_page_cost = 0.25 SET seq_page_cost = 0.25 SET max_parallel_workers_per_gather = 0 SET jit = off
  SET enable_hashjoin = off SET enable_mergejoin = off AS $$
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

REVOKE EXECUTE ON FUNCTION app.words_added(), app.sum_words(uuid[]), app.words_changed(), app.words_gone(),
  app.forget_words(), app.words_move(), app.find_words(text[], jsonb, boolean, uuid, int, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sum_words(uuid[]), app.find_words(text[], jsonb, boolean, uuid, int, uuid[]) TO asiavastaava_app;
