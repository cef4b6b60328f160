-- How long the lines of uploaded workbooks and what was found about them are kept after the import ended; what went into the
-- books, its origin and the record of the import stay.
ALTER TABLE mark_import ADD COLUMN forgotten_at DATETIME(3);
ALTER TABLE roster_import ADD COLUMN forgotten_at DATETIME(3);
CREATE INDEX mark_import_forgotten ON mark_import (forgotten_at, heartbeat);
CREATE INDEX roster_import_forgotten ON roster_import (forgotten_at, heartbeat);
INSERT INTO policy_rule (seq, rule_key, kind, rule_value, rule_floor, measure, source, grade, leeway) VALUES
  (900, 'sheet.import.days', 'AT_MOST', '180', NULL, 'DAYS', '个人信息保存期限应为实现目的所必要的最短时间（天数为本系统默认）', 'G', 'EITHER');
