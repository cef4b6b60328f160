-- 不接收 instead of 不受理, which is what a court says.
UPDATE policy_rule SET rule_value = '不接收' WHERE rule_key = 'p1.age.under14';
