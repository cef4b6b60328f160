-- Places allotted down the tree were never used: awards keep theirs per batch (award_place), where a unit without a row has no limit.
ALTER TABLE quota_account DROP COLUMN places;
ALTER TABLE quota_account DROP COLUMN given;
ALTER TABLE quota_account DROP COLUMN parent_unit_id;
