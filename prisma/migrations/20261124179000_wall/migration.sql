-- Tables that came to name a case meanwhile stand behind the same wall.
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'case_id'
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'locked_case_id') ORDER BY 1 LOOP
    PERFORM app.lock_rows(name, 'case_id', 'locked_cases');
  END LOOP;
END $$;
