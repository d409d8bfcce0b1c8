-- An answer waits sealed and unnamed until a batch of them is opened at once, and the case is told nothing.

-- CreateTable
CREATE TABLE "feedback_inbox" (
    "slot" BYTEA NOT NULL,
    "organisation" TEXT NOT NULL,
    "sealed" BYTEA,

    CONSTRAINT "feedback_inbox_pkey" PRIMARY KEY ("slot")
);

-- CreateTable
CREATE TABLE "feedback_batch" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,
    "answers" INTEGER NOT NULL,
    "of_asked" INTEGER NOT NULL,

    CONSTRAINT "feedback_batch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "feedback_inbox_organisation_idx" ON "feedback_inbox"("organisation");
-- CreateIndex
CREATE INDEX "feedback_batch_organisation_year_idx" ON "feedback_batch"("organisation", "year");

-- What was given before is one batch a year.
INSERT INTO "feedback_batch" (id, organisation, year, closed_at, answers, of_asked)
SELECT gen_random_uuid(), a.organisation, a.year,
  least(now(), make_timestamptz(a.year + 1, 1, 1, 0, 0, 0, 'Europe/Helsinki') - interval '1 second'), count(*),
  (SELECT count(*) FROM "feedback_invitation" i WHERE i.organisation = a.organisation AND i.used
    AND extract(year FROM i.asked_at AT TIME ZONE 'Europe/Helsinki') = a.year)
FROM "feedback_answer" a GROUP BY a.organisation, a.year;

-- The rows are written anew in an order that tells nothing, without what could single one out.
CREATE TABLE "feedback_answer_anew" AS
SELECT id, organisation, year, understood, heard, knew_next_step, trust, would_contact_again, words_sealed
FROM "feedback_answer" ORDER BY random();
DROP TABLE "feedback_answer";
ALTER TABLE "feedback_answer_anew" RENAME TO "feedback_answer";
ALTER TABLE "feedback_answer" ALTER COLUMN "id" SET NOT NULL, ALTER COLUMN "organisation" SET NOT NULL,
  ALTER COLUMN "year" SET NOT NULL, ADD CONSTRAINT "feedback_answer_pkey" PRIMARY KEY ("id");
-- CreateIndex
CREATE INDEX "feedback_answer_organisation_year_idx" ON "feedback_answer"("organisation", "year");

-- No invitation and no case tells any more that it was answered. Links sent before have had their time.
UPDATE "feedback_invitation" SET used = false, expires_at = least(expires_at, now());
ALTER TABLE "feedback_invitation" DROP COLUMN "used";
DELETE FROM "case_event" WHERE type = 'FEEDBACK';
UPDATE "case" SET snapshot = snapshot #- '{context,feedbackGiven}' WHERE snapshot->'context' ? 'feedbackGiven';

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['feedback_inbox', 'feedback_batch', 'feedback_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation())', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON "feedback_inbox" TO asiavastaava_app;
GRANT SELECT, INSERT ON "feedback_batch", "feedback_answer" TO asiavastaava_app;
