-- What the quotas are shares of, by AwardBase, as it was counted when the batch was first ranked.
ALTER TABLE award_batch ADD COLUMN quota_bases VARCHAR(400);
