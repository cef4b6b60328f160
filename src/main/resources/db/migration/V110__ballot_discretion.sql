-- When a ballot publishes its outcome only, as each unit decides for itself.
ALTER TABLE ballot ADD COLUMN outcome_only BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE meeting_round ADD COLUMN outcome_only BOOLEAN DEFAULT FALSE NOT NULL;

INSERT INTO policy_rule (seq, rule_key, kind, rule_value, rule_floor, measure, source, grade, leeway) VALUES
  (600, 'ballot.smallest', 'AT_LEAST', '5', '2', 'PERSONS', '无记名投票：人数太少时票数本身会公开各人的选择（人数为本系统默认）', 'G', 'MINIMUM'),
  (610, 'ballot.outcomeOnly', 'FLAG', 'false', NULL, NULL, '无记名投票：意见一致时票数本身会公开各人的选择', 'G', 'EITHER');
