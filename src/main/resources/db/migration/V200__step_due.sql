-- Every step has a due date: so many calendar days where neither diagram nor process says more.
INSERT INTO policy_rule (seq, rule_key, kind, rule_value, rule_floor, measure, source, grade, leeway) VALUES
  (620, 'inbox.dueDays', 'AT_MOST', '7', NULL, 'DAYS', '办理时限：规定没有统一天数（天数为本系统默认）', 'G', 'EITHER');

-- The list of a unit's open items is read by due date, too.
CREATE INDEX inbox_item_open_due ON inbox_item (state, due_order, id);
