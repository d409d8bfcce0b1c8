-- AlterTable
ALTER TABLE "organisation" ADD COLUMN "second_factor_required" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "rate_count" ADD COLUMN "name" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "session" ADD COLUMN "how" TEXT NOT NULL DEFAULT 'password',
ADD COLUMN "place_sealed" BYTEA,
ADD COLUMN "previous_hash" BYTEA,
ADD COLUMN "previous_until" TIMESTAMPTZ(3),
ADD COLUMN "proved_at" TIMESTAMPTZ(3),
ADD COLUMN "rotated_at" TIMESTAMPTZ(3);
UPDATE "session" SET "rotated_at" = "created_at";
ALTER TABLE "session" ALTER COLUMN "rotated_at" SET NOT NULL;

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "credential_id" BYTEA NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "synced" BOOLEAN NOT NULL DEFAULT false,
    "name_sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_factor" (
    "staff_id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "totp_sealed" BYTEA,
    "totp_step" BIGINT NOT NULL DEFAULT 0,
    "totp_since" TIMESTAMPTZ(3),
    "recovery_salt" BYTEA,

    CONSTRAINT "staff_factor_pkey" PRIMARY KEY ("staff_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "staff_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "organisation" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("staff_id","code_hash")
);

-- CreateTable
CREATE TABLE "known_device" (
    "staff_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "organisation" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("staff_id","token_hash")
);

-- CreateTable
CREATE TABLE "used_once" (
    "key" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "used_once_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "session_previous_hash_key" ON "session"("previous_hash");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_staff_id_idx" ON "passkey"("staff_id");

-- CreateIndex
CREATE INDEX "used_once_expires_at_idx" ON "used_once"("expires_at");

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_factor" ADD CONSTRAINT "staff_factor_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['passkey', 'staff_factor', 'recovery_code', 'known_device'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON %I USING (organisation = app.organisation()) WITH CHECK (organisation = app.organisation())', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "passkey", "staff_factor", "recovery_code", "known_device" TO asiavastaava_app;
-- Without an office: hashes of what was used, which name nobody.
GRANT SELECT, INSERT, UPDATE, DELETE ON "used_once" TO asiavastaava_app;

-- The token before the present one opens the session a little longer, for requests that were on their way, but
-- brings no fresh proof with it.
DROP FUNCTION app.find_session(bytea, timestamptz);
CREATE FUNCTION app.find_session(hash bytea, at timestamptz)
  RETURNS TABLE (id uuid, organisation text, staff_id uuid, name text, email text, role text, municipality text,
    language text, last_seen_at timestamptz, rotated_at timestamptz, current_hash bytea, proved_at timestamptz,
    how text, has_factor boolean, factor_required boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.organisation, s.staff_id, p.name, p.email, p.role, p.municipality, p.language, s.last_seen_at,
    s.rotated_at, s.token_hash, CASE WHEN s.token_hash = hash THEN s.proved_at END, s.how,
    EXISTS (SELECT 1 FROM passkey k WHERE k.staff_id = p.id)
      OR EXISTS (SELECT 1 FROM staff_factor f WHERE f.staff_id = p.id AND f.totp_since IS NOT NULL),
    o.second_factor_required AND NOT p.demo
  FROM session s JOIN staff p ON p.id = s.staff_id AND p.active JOIN organisation o ON o.code = s.organisation
  WHERE (s.token_hash = hash OR (s.previous_hash = hash AND s.previous_until > at)) AND s.expires_at > at $$;

CREATE OR REPLACE FUNCTION app.session_owner(hash bytea) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.staff_id FROM session s WHERE s.token_hash = hash OR s.previous_hash = hash $$;

-- Whose a passkey is, before an office is known.
CREATE FUNCTION app.find_passkey(credential bytea)
  RETURNS TABLE (id uuid, organisation text, staff_id uuid, public_key bytea, counter bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT k.id, k.organisation, k.staff_id, k.public_key, k.counter
  FROM passkey k JOIN staff s ON s.id = k.staff_id AND s.active WHERE k.credential_id = credential $$;

REVOKE EXECUTE ON FUNCTION app.find_session(bytea, timestamptz), app.find_passkey(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_session(bytea, timestamptz), app.find_passkey(bytea) TO asiavastaava_app;
