-- The day whose edition of the rules decides an item: when its case was opened. Days are those of UTC+8, where the League works.
ALTER TABLE agenda_entry ADD COLUMN rule_day DATE;
UPDATE agenda_entry SET rule_day = (SELECT CAST(TIMESTAMPADD(HOUR, 8, c.opened_at) AS DATE) FROM case_file c WHERE c.id = agenda_entry.case_id);
UPDATE agenda_entry SET rule_day = CAST(TIMESTAMPADD(HOUR, 8, since) AS DATE) WHERE rule_day IS NULL;
ALTER TABLE resolution ADD COLUMN rule_edition VARCHAR(60) DEFAULT '' NOT NULL;
ALTER TABLE resolution ADD COLUMN rule_assumed VARCHAR(1000) DEFAULT '' NOT NULL;
