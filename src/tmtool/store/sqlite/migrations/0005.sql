-- Version 5: which units of several files are one, in other languages (store/joining.py). Those with the same `lead` are;
-- whether they still have a text in common is for who asks to see.
CREATE TABLE joined (
    unit_id INTEGER PRIMARY KEY REFERENCES units (id) ON DELETE CASCADE,
    lead    INTEGER NOT NULL
) STRICT;
CREATE INDEX joined_by_lead ON joined (lead);
