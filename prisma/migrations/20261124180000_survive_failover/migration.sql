-- The sequence of an unlogged table is unlogged itself, and a standby that is promoted finds it broken ("bad magic
-- number"): nothing could be written any more. The table may stay as it is, for it is empty between transactions.
ALTER SEQUENCE app.audit_pending_id_seq SET LOGGED;
