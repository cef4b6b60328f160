-- Several items on one ballot paper: all but the first point to the item that keeps the ballot.
ALTER TABLE meeting_item ADD COLUMN lead_id BIGINT;
-- In which order the items of one paper are decided: most votes in favour first.
ALTER TABLE meeting_item ADD COLUMN vote_order INT DEFAULT 0 NOT NULL;
ALTER TABLE meeting_item ADD CONSTRAINT meeting_item_lead FOREIGN KEY (lead_id) REFERENCES meeting_item (id);
