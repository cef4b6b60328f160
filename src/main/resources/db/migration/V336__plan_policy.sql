-- What a unit chooses about its plans: when a month is closed, when lamps change, how long answers take.
INSERT INTO policy_rule (seq, rule_key, kind, rule_value, rule_floor, measure, source, grade, leeway) VALUES
  (820, 'p4.month.closeDays', 'EXACTLY', '5', NULL, 'DAYS', '关账的月份不再改写；月末后几日关账为本系统参数', 'G', 'EITHER'),
  (821, 'p4.accept.days', 'AT_MOST', '3', NULL, 'DAYS', '交办后限期签收（地方督查办法的通行做法），天数为本系统参数', 'L', 'EITHER'),
  (822, 'p4.check.days', 'AT_MOST', '5', NULL, 'DAYS', '反馈后限期审核（地方督查办法的通行做法），天数为本系统参数', 'L', 'EITHER'),
  (823, 'p4.lamp.nearDays', 'AT_LEAST', '7', NULL, 'DAYS', '将到期亮黄灯（地方督查办法的通行做法），天数为本系统参数', 'L', 'EITHER'),
  (824, 'p4.lamp.behindPoints', 'AT_MOST', '10', NULL, 'PERCENT', '落后于序时进度亮黄灯；序时进度=已过时间/全部时间，相差几个百分点算落后为本系统参数', 'L', 'EITHER'),
  (825, 'p4.extension.days', 'AT_MOST', '3', NULL, 'DAYS', '延期申请限期答复（地方督查办法的通行做法），天数为本系统参数', 'L', 'EITHER'),
  (826, 'p4.lookBack.days', 'EXACTLY', '30', NULL, 'DAYS', '销号后回头看（地方督查办法的通行做法），多少天后为本系统参数，0 表示不回头看', 'L', 'EITHER'),
  (827, 'p4.remind.days', 'AT_LEAST', '3', NULL, 'DAYS', '到期前提醒责任人，提前几天为本系统参数', 'G', 'EITHER'),
  (828, 'p4.escalate.days', 'AT_MOST', '3', NULL, 'DAYS', '逾期提醒责任人后仍未办结，报其上级；几天后为本系统参数', 'L', 'EITHER');
