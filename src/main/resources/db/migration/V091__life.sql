-- Organisational life (三会两制一课). life_record: one row per meeting and branch that it counts for, kept up by what
-- meetings tell; a class of a general branch or committee counts for every branch below from which somebody came.
-- life_branch: since when a branch is watched.
CREATE TABLE life_record (
  meeting_id BIGINT NOT NULL,
  unit_id BIGINT NOT NULL,
  branch_id BIGINT NOT NULL,
  kind VARCHAR(40) NOT NULL,
  stage VARCHAR(20) NOT NULL,
  place VARCHAR(100) NOT NULL,
  starts_at DATETIME(3) NOT NULL,
  opened_at DATETIME(3),
  entitled INT NOT NULL,
  came INT NOT NULL,
  PRIMARY KEY (meeting_id, branch_id)
);
CREATE INDEX life_record_branch ON life_record (branch_id, starts_at);

INSERT INTO life_record (meeting_id, unit_id, branch_id, kind, stage, place, starts_at, opened_at, entitled, came)
  SELECT m.id, m.unit_id, CASE u.kind WHEN 'BRANCH' THEN u.id ELSE u.parent_id END, m.kind,
    m.state, m.place, m.starts_at, m.opened_at,
    (SELECT COUNT(*) FROM meeting_roll r WHERE r.meeting_id = m.id AND r.guest = FALSE AND r.votes = TRUE),
    (SELECT COUNT(*) FROM meeting_roll r WHERE r.meeting_id = m.id AND r.guest = FALSE AND r.votes = TRUE
      AND r.arrived_at IS NOT NULL)
  FROM meeting m JOIN unit u ON u.id = m.unit_id WHERE u.kind IN ('BRANCH', 'GROUP');

CREATE TABLE life_branch (
  branch_id BIGINT NOT NULL PRIMARY KEY,
  since DATE NOT NULL
);

-- Vacations of schools: a period loses its share of meetings, and all of them when no working day is left.
CREATE TABLE life_vacation (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT NOT NULL,
  name VARCHAR(60) NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  entered_by BIGINT NOT NULL,
  entered_by_name VARCHAR(100) NOT NULL
);
CREATE INDEX life_vacation_days ON life_vacation (last_day, first_day);

CREATE TABLE life_urge (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  branch_id BIGINT NOT NULL,
  urged_on DATE NOT NULL,
  duties VARCHAR(200) NOT NULL,
  urged_by BIGINT NOT NULL,
  urged_by_name VARCHAR(100) NOT NULL,
  urged_at DATETIME(3) NOT NULL
);
CREATE UNIQUE INDEX life_urge_once_a_day ON life_urge (branch_id, urged_on);

-- What a branch was reminded of already, so that it is told once.
CREATE TABLE life_reminder (
  branch_id BIGINT NOT NULL,
  duty VARCHAR(20) NOT NULL,
  about VARCHAR(10) NOT NULL,
  period_first DATE NOT NULL,
  told_at DATETIME(3) NOT NULL,
  PRIMARY KEY (branch_id, duty, about, period_first)
);
