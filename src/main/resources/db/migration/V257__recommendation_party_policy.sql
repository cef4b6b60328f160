-- What a unit chooses about the hand-over to the Party and about pairing.
INSERT INTO policy_rule (seq, rule_key, kind, rule_value, rule_floor, measure, source, grade, leeway) VALUES
  (744, 'p2.feedback.paper', 'FLAG', 'false', NULL, NULL, '党组织尚无联络人时由团委按书面反馈登记（本系统参数）', 'G', 'EITHER'),
  (745, 'p2.pairing.most', 'AT_MOST', '1', NULL, 'PERSONS', '党员团员结对，一名团员同时结对几名党员为本系统参数', 'S1', 'EITHER'),
  (746, 'p2.pairing.guidance', 'FLAG', 'true', NULL, NULL, '结对活动计为引导培养（本系统参数）', 'S1', 'EITHER');
