-- What is kept of a ballot whose numbers are not published: its outcome, line by line, and no sums.
ALTER TABLE meeting_round ADD COLUMN withheld_json MEDIUMTEXT;
