-- What the practice college consists of and which chapters of its story are told, so that a loading that was cut off goes
-- on where it stopped. Stays empty under every other profile.
CREATE TABLE practice_mark (
  name VARCHAR(80) NOT NULL PRIMARY KEY,
  ref BIGINT NOT NULL
);
