-- A task of a process that a box of the case called: that process, and why it was called (<calling process>-<its box>).
-- Both are null for boxes of the case's own process; process stays the process of the case.
ALTER TABLE inbox_item ADD COLUMN called VARCHAR(64);
ALTER TABLE inbox_item ADD COLUMN matter VARCHAR(130);
