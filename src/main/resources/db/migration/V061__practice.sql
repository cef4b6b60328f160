-- How far practice mode has moved the business clock ahead; a restart keeps it. Stays empty under every other profile.
CREATE TABLE practice_clock (
  id INT NOT NULL PRIMARY KEY,
  ahead_seconds BIGINT NOT NULL
);
