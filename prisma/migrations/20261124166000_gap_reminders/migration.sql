-- Whether somebody was reminded of a gap that stands on no case is asked of few notices among many.
CREATE INDEX "notice_of_gap" ON "notice" ("organisation", (variables->>'reminder')) WHERE template = 'staff-gap';
