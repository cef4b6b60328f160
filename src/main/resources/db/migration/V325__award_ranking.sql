-- A ranking on its way to the nominations: one statement writes it to all of them. Empty between rankings.
CREATE TABLE award_ranking (
  nomination_id BIGINT NOT NULL PRIMARY KEY,
  batch_id BIGINT NOT NULL,
  score DECIMAL(20,8),
  rank_no INT,
  place_no INT,
  level_no INT
);
CREATE INDEX award_ranking_batch ON award_ranking (batch_id);
