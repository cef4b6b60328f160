-- Places allotted down the tree: how many an account has, and how many of them were given on to units below.
ALTER TABLE quota_account ADD COLUMN places INT;
ALTER TABLE quota_account ADD COLUMN given INT DEFAULT 0 NOT NULL;
ALTER TABLE quota_account ADD COLUMN parent_unit_id BIGINT;
