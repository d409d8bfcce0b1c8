-- Files that have come in and belong to no case yet. Like the forms they wait with they belong to no office: each is
-- sealed under a key of its own, which only the form's code opens.
CREATE TABLE "held_file" (
    "id" UUID NOT NULL,
    "draft_hash" BYTEA,
    "sealed" BYTEA,
    "size" INTEGER NOT NULL,
    "confirmed" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_file_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "held_file_draft_hash_idx" ON "held_file"("draft_hash");
CREATE INDEX "held_file_created_at_idx" ON "held_file"("created_at");
ALTER TABLE "held_file" ADD CONSTRAINT "held_file_draft_hash_fkey" FOREIGN KEY ("draft_hash") REFERENCES "draft"("code_hash") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "held_file_chunk" (
    "file_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "held_file_chunk_pkey" PRIMARY KEY ("file_id","n")
);
ALTER TABLE "held_file_chunk" ADD CONSTRAINT "held_file_chunk_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "held_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Sealed bytes do not get smaller.
ALTER TABLE "held_file_chunk" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;
GRANT SELECT, INSERT, UPDATE, DELETE ON "held_file", "held_file_chunk" TO asiavastaava_app;

-- The files of a case, and their content in pieces.
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "message_id" UUID,
    "note_id" UUID,
    "sender" TEXT NOT NULL,
    "staff_id" UUID,
    "shared" BOOLEAN NOT NULL,
    "kind" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "scanned_at" TIMESTAMPTZ(3),
    "scanned_with" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "attachment_case_id_added_at_id_idx" ON "attachment"("case_id", "added_at", "id");
CREATE INDEX "attachment_organisation_state_scanned_at_idx" ON "attachment"("organisation", "state", "scanned_at");
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "attachment_chunk" (
    "attachment_id" UUID NOT NULL,
    "n" INTEGER NOT NULL,
    "organisation" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "attachment_chunk_pkey" PRIMARY KEY ("attachment_id","n")
);
ALTER TABLE "attachment_chunk" ADD CONSTRAINT "attachment_chunk_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "attachment_chunk" ALTER COLUMN "sealed" SET STORAGE EXTERNAL;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['attachment', 'attachment_chunk'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO asiavastaava_app', name);
  END LOOP;
END $$;
