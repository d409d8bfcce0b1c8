-- AlterTable
ALTER TABLE "invitation" ADD COLUMN "staff_id" UUID;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A link for a new password names the person it is for; it is no invitation to an account.
DROP FUNCTION app.find_invitation(bytea, timestamptz);
CREATE FUNCTION app.find_invitation(hash bytea, at timestamptz)
  RETURNS TABLE (organisation text, email text, role text, municipality text, staff_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.organisation, i.email, i.role, i.municipality, i.staff_id FROM invitation i
  WHERE i.token_hash = hash AND i.used_at IS NULL AND i.expires_at > at $$;
REVOKE EXECUTE ON FUNCTION app.find_invitation(bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_invitation(bytea, timestamptz) TO asiavastaava_app;
