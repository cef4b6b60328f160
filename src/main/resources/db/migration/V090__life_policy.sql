-- How often branches meet (三会两制一课): a default that units may choose anew, never below the national minimum.
ALTER TABLE policy_rule ADD COLUMN rule_floor VARCHAR(20);

INSERT INTO policy_rule (seq, rule_key, kind, rule_value, rule_floor, measure, source, grade, leeway) VALUES
  (500, 'a01.branchMeeting', 'FREQUENCY', '1/MONTH', '1/QUARTER', NULL, '学院做法：支部大会每月至少1次；全国：一般每季度1次（中青发〔2017〕5号）', 'S0/N~', 'MINIMUM'),
  (510, 'a01.committeeMeeting', 'FREQUENCY', '2/MONTH', '1/MONTH', NULL, '学院做法：支委会每月至少2次；全国：一般每月1次（中青发〔2017〕5号）', 'S0/N~', 'MINIMUM'),
  (520, 'a01.groupMeeting', 'FREQUENCY', 'NONE', 'NONE', NULL, '团小组会随时召开（中青发〔2017〕5号）', 'N~', 'MINIMUM'),
  (530, 'a01.leagueClass', 'FREQUENCY', '1/WEEK', '1/QUARTER', NULL, '学院做法：团课每周1次；可选双周1次；全国：每季度约1次（未见原文）', 'S0/S4/G', 'MINIMUM'),
  (540, 'a01.leagueClass.weekday', 'EXACTLY', '3', NULL, 'WEEKDAY', '学院做法：每周三下午组织团课', 'S0', 'EITHER'),
  (550, 'a01.leagueClass.hour', 'EXACTLY', '15', NULL, 'CLOCK', '学院做法：每周三下午组织团课（钟点为本系统默认）', 'S0/G', 'EITHER'),
  (560, 'a01.leagueClass.hours', 'EXACTLY', '2', NULL, 'HOURS', '每次团课计几学时，规章没有规定', 'G', 'EITHER'),
  (570, 'a01.class.fiveHave', 'TEXT', '有通知、有准备、有主题、有考勤、有记录，缺一项不能办结', NULL, NULL, '学院做法：每次团课做到五有', 'S0', 'NONE'),
  (580, 'a01.attendance.min', 'MORE_THAN', '50', NULL, 'PERCENT', '支部大会参加人数一般应超过支部团员总数的1/2（中青发〔2017〕5号）', 'N~', 'STRICTER');
