-- Version 9: pages of variants have room for another text of units in two languages. A row that changes stays on its page
-- then, and its indexes as they are. That holds for pages that are filled from now on.
ALTER TABLE variants SET (fillfactor = 65);
