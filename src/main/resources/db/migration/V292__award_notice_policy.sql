-- How many working days each notice of a batch lasts at least; an edition may say more for a level.
INSERT INTO policy_rule (seq, rule_key, kind, rule_value, rule_floor, measure, source, grade, leeway) VALUES
  (800, 'p3.publicity.workdays', 'AT_LEAST', '1', NULL, 'WORKDAYS', '评优评先逐级公示；各级时长由评优办法规定（公开样例 1–8 日）', 'L', 'EITHER');
