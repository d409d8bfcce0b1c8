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
CREATE FUNCTION app.find_words(wanted text[], narrow jsonb, lone boolean, after uuid, most int, among uuid[])
  RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  conditions text := '';
  one text;
BEGIN
  IF app.organisation() IS NULL OR cardinality(wanted) = 0 THEN RETURN; END IF;
  -- Values stand in the text, so that the plan knows how frequent the words are.
  FOREACH one IN ARRAY wanted LOOP
    conditions := conditions || format(' AND w.words && %L::bigint[]', one);
  END LOOP;
  IF among IS NOT NULL THEN conditions := conditions || format(' AND w.id = ANY (%L::uuid[])', among); END IF;
  IF after IS NOT NULL THEN conditions := conditions || format(' AND w.id < %L::uuid', after); END IF;
  IF narrow <> '{}' THEN
    IF narrow ? 'kind' THEN conditions := conditions || format(' AND c.kind = %L', narrow->>'kind'); END IF;
    IF narrow ? 'serviceTask' THEN conditions := conditions || format(' AND c.service_task = %L', narrow->>'serviceTask'); END IF;
    IF narrow ? 'municipality' THEN conditions := conditions || format(' AND c.municipality = %L', narrow->>'municipality'); END IF;
    IF narrow ? 'handler' THEN conditions := conditions || CASE WHEN narrow->>'handler' = 'nobody' THEN ' AND c.handler_id IS NULL'
      ELSE format(' AND c.handler_id = %L::uuid', narrow->>'handler') END; END IF;
    IF narrow ? 'urgent' THEN conditions := conditions || ' AND c.urgent'; END IF;
    IF narrow->>'state' = 'open' THEN conditions := conditions || ' AND c.closed_at IS NULL'; END IF;
    IF narrow->>'state' = 'closed' THEN conditions := conditions || ' AND c.closed_at IS NOT NULL'; END IF;
    IF narrow->>'state' = 'waiting' THEN conditions := conditions || ' AND c.closed_at IS NULL AND c.tags && array[''waiting-client'', ''waiting-authority'']'; END IF;
    IF narrow ? 'from' THEN conditions := conditions || format(' AND c.opened_at >= %L::timestamptz', narrow->>'from'); END IF;
    IF narrow ? 'until' THEN conditions := conditions || format(' AND c.opened_at < %L::timestamptz', narrow->>'until'); END IF;
  END IF;
  RETURN QUERY EXECUTE format('SELECT w.id FROM case_word w %s WHERE w.organisation = app.organisation() AND w.case_id IS %s NULL%s
    ORDER BY w.id DESC LIMIT %s',
    CASE WHEN narrow = '{}' OR lone THEN '' ELSE 'JOIN "case" c ON c.id = w.case_id' END,
    CASE WHEN lone THEN '' ELSE 'NOT' END, conditions, most);
END $$;

REVOKE EXECUTE ON FUNCTION app.words_added(), app.sum_words(uuid[]), app.words_changed(), app.words_gone(),
  app.forget_words(), app.words_move(), app.find_words(text[], jsonb, boolean, uuid, int, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.sum_words(uuid[]), app.find_words(text[], jsonb, boolean, uuid, int, uuid[]) TO asiavastaava_app;
