-- Hundreds may be equal at the last place, and each of them is named.
ALTER TABLE award_batch ADD COLUMN open_tie_json LONGTEXT;
UPDATE award_batch SET open_tie_json = open_tie;
ALTER TABLE award_batch DROP COLUMN open_tie;
