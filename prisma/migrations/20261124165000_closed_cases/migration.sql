-- Figures of what changed are read of the cases closed in a year.
CREATE INDEX "case_organisation_closed_at_idx" ON "case"("organisation", "closed_at");
