-- After how many days without an answer to an objection the office asks, calls it late, tells the lead.
ALTER TABLE "organisation" ADD COLUMN "objection_days" JSONB NOT NULL DEFAULT '{"nudge":14,"late":28,"escalate":60}';

-- The earliest running time of the client's own for a review or an appeal: with few days left it tops every queue.
ALTER TABLE "case" ADD COLUMN "rights_due" DATE;
UPDATE "case" SET "rights_due" = (
  SELECT min(k.due) FROM "clock" k WHERE k.case_id = "case".id AND k.state = 'running' AND k.rule IN ('OIK', 'VAL'));

-- CreateTable
CREATE TABLE "rights_issue" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "owed_by" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "realised" TEXT,
    "detail_sealed" BYTEA,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "rights_issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "n" SMALLINT NOT NULL,
    "text_sealed" BYTEA NOT NULL,
    "weight" SMALLINT NOT NULL DEFAULT 1,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating" (
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "value" SMALLINT NOT NULL,
    "rated_at" TIMESTAMPTZ(3) NOT NULL,
    "staff_id" UUID,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("case_id", "subject", "by", "phase")
);

-- What was said of the help belongs to no case: no case, no day, and an id that tells no time.
CREATE TABLE "feedback_answer" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "month" SMALLINT NOT NULL,
    "door" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "understood" TEXT,
    "heard" TEXT,
    "knew_next_step" TEXT,
    "trust" TEXT,
    "would_contact_again" TEXT,
    "words_sealed" BYTEA,

    CONSTRAINT "feedback_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_invitation" (
    "token_hash" BYTEA NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "feedback_invitation_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "rights_issue_case_id_idx" ON "rights_issue"("case_id");
-- CreateIndex
CREATE INDEX "rights_issue_organisation_recorded_at_idx" ON "rights_issue"("organisation", "recorded_at");
-- CreateIndex
CREATE UNIQUE INDEX "goal_case_id_n_key" ON "goal"("case_id", "n");
-- CreateIndex
CREATE INDEX "rating_organisation_phase_rated_at_idx" ON "rating"("organisation", "phase", "rated_at");
-- CreateIndex
CREATE INDEX "feedback_answer_organisation_year_month_idx" ON "feedback_answer"("organisation", "year", "month");
-- CreateIndex
CREATE INDEX "feedback_invitation_organisation_asked_at_idx" ON "feedback_invitation"("organisation", "asked_at");
-- CreateIndex
CREATE INDEX "feedback_invitation_case_id_idx" ON "feedback_invitation"("case_id");

-- AddForeignKey
ALTER TABLE "rights_issue" ADD CONSTRAINT "rights_issue_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "feedback_invitation" ADD CONSTRAINT "feedback_invitation_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "rating" ADD CONSTRAINT "rating_value" CHECK (value BETWEEN -2 AND 10);
ALTER TABLE "goal" ADD CONSTRAINT "goal_n" CHECK (n BETWEEN 1 AND 3);

INSERT INTO "feedback_answer" (id, organisation, year, month, door, language, understood, heard, knew_next_step, trust, would_contact_again)
SELECT gen_random_uuid(), f.organisation, extract(year FROM f.at AT TIME ZONE 'Europe/Helsinki'),
  extract(month FROM f.at AT TIME ZONE 'Europe/Helsinki'), 'follow', c.language, f.answers->>'understood', f.answers->>'heard',
  f.answers->>'knewNextStep', f.answers->>'trust', f.answers->>'wouldContactAgain'
FROM "feedback" f JOIN "case" c ON c.id = f.case_id;
DROP TABLE "feedback";

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['rights_issue', 'goal', 'rating', 'feedback_answer', 'feedback_invitation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation())', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "rights_issue", "goal", "rating" TO asiavastaava_app;
-- Given once, kept as it is.
GRANT SELECT, INSERT ON "feedback_answer" TO asiavastaava_app;
GRANT SELECT, INSERT, UPDATE ON "feedback_invitation" TO asiavastaava_app;

-- Which office an invitation to give feedback is of; nothing else can be learned without an office.
CREATE FUNCTION app.find_feedback_invitation(hash bytea) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  RETURN (SELECT organisation FROM feedback_invitation WHERE token_hash = hash);
REVOKE ALL ON FUNCTION app.find_feedback_invitation(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_feedback_invitation(bytea) TO asiavastaava_app;
