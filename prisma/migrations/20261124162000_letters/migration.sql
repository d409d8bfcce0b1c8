-- CreateTable
CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "about_id" UUID,
    "client_writes" BOOLEAN NOT NULL DEFAULT false,
    "facts_sealed" BYTEA NOT NULL,
    "document_sealed" BYTEA,
    "text_hash" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "offered_at" TIMESTAMPTZ(3),
    "approved_at" TIMESTAMPTZ(3),
    "approved_how" TEXT,
    "approved_by" UUID,
    "sent_on" DATE,
    "sent_to" TEXT,
    "sent_how" TEXT,
    "sent_by" TEXT,
    "proof_sealed" BYTEA,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "letter_point" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "letter_id" UUID NOT NULL,
    "n" SMALLINT NOT NULL,
    "words_sealed" BYTEA NOT NULL,
    "answered" TEXT,
    "reasons" BOOLEAN,
    "measures" BOOLEAN,
    "note_sealed" BYTEA,
    "client_answered" TEXT,
    "client_words_sealed" BYTEA,

    CONSTRAINT "letter_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "recipients" TEXT[],
    "topics" TEXT[],
    "scope_sealed" BYTEA NOT NULL,
    "expires_on" DATE,
    "asked_at" TIMESTAMPTZ(3),
    "given_at" TIMESTAMPTZ(3),
    "how" TEXT,
    "refused_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_item" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "n" SMALLINT NOT NULL,
    "what_sealed" BYTEA NOT NULL,
    "who" TEXT NOT NULL,
    "due" DATE,
    "kept" TEXT,
    "agreed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "letter_case_id_idx" ON "letter"("case_id");
CREATE INDEX "letter_organisation_checked_at_idx" ON "letter"("organisation", "checked_at");
CREATE INDEX "letter_point_case_id_idx" ON "letter_point"("case_id");
CREATE UNIQUE INDEX "letter_point_letter_id_n_key" ON "letter_point"("letter_id", "n");
CREATE INDEX "consent_case_id_idx" ON "consent"("case_id");
CREATE INDEX "agreement_item_case_id_idx" ON "agreement_item"("case_id");

-- AddForeignKey
ALTER TABLE "letter" ADD CONSTRAINT "letter_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "letter_point" ADD CONSTRAINT "letter_point_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "letter_point" ADD CONSTRAINT "letter_point_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "consent" ADD CONSTRAINT "consent_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "agreement_item" ADD CONSTRAINT "agreement_item_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every row belongs to one office and is seen by no other.
DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['letter', 'letter_point', 'consent', 'agreement_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO asiavastaava_app', name);
  END LOOP;
END $$;
