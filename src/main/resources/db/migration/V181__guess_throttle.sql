-- Who guesses passwords and one-time codes: how often lately, by address, by account and by both. Keys are keyed hashes, so
-- that no address and no mistyped log-in is kept; rows without news for two days are removed.
CREATE TABLE guess_throttle (
  throttle_key VARCHAR(64) NOT NULL PRIMARY KEY,
  account_key VARCHAR(64),
  failures INT NOT NULL,
  successes INT NOT NULL,
  last_at DATETIME(3) NOT NULL
);
CREATE INDEX guess_throttle_account ON guess_throttle (account_key);
CREATE INDEX guess_throttle_last ON guess_throttle (last_at);

-- Replaced by the table above; editions before this one still count in these while nodes are exchanged one by one.
ALTER TABLE account ALTER COLUMN failed_attempts SET DEFAULT 0;
