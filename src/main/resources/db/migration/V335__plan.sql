-- Work plans: one of a unit and a year. What it says stands in its editions; a published edition never changes.
CREATE TABLE plan (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  unit_id BIGINT NOT NULL,
  unit_path VARCHAR(255) NOT NULL,
  plan_year INT NOT NULL,
  title VARCHAR(120) NOT NULL,
  published_id BIGINT,
  open_id BIGINT,
  created_at DATETIME(3) NOT NULL,
  CONSTRAINT plan_once UNIQUE (unit_id, plan_year)
);
CREATE INDEX plan_path ON plan (unit_path, plan_year);

CREATE TABLE plan_edition (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  version INT NOT NULL,
  plan_id BIGINT NOT NULL,
  edition_no INT NOT NULL,
  base_id BIGINT,
  state VARCHAR(16) NOT NULL,
  reason VARCHAR(1000),
  on_paper BOOLEAN NOT NULL,
  passed BOOLEAN,
  case_id BIGINT,
  drafted_by BIGINT NOT NULL,
  drafted_by_name VARCHAR(100) NOT NULL,
  drafted_at DATETIME(3) NOT NULL,
  submitted_at DATETIME(3),
  decided_on DATE,
  published_at DATETIME(3),
  CONSTRAINT plan_edition_once UNIQUE (plan_id, edition_no),
  CONSTRAINT plan_edition_case UNIQUE (case_id),
  CONSTRAINT plan_edition_plan FOREIGN KEY (plan_id) REFERENCES plan (id)
);

-- An item is the same one in every edition; its number is its place in the plan for good. A superior's item that was
-- handed down is its parent.
CREATE TABLE plan_item (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  plan_id BIGINT NOT NULL,
  item_no INT NOT NULL,
  parent_id BIGINT,
  CONSTRAINT plan_item_once UNIQUE (plan_id, item_no),
  CONSTRAINT plan_item_plan FOREIGN KEY (plan_id) REFERENCES plan (id)
);
CREATE INDEX plan_item_parent ON plan_item (parent_id);

-- What an edition says of an item. Four of the five haves (五个有) are words; the fifth is the lead.
CREATE TABLE plan_line (
  edition_id BIGINT NOT NULL,
  item_id BIGINT NOT NULL,
  kind VARCHAR(12) NOT NULL,
  position_no INT NOT NULL,
  paper_number VARCHAR(40),
  section VARCHAR(300),
  content VARCHAR(4000) NOT NULL,
  measure VARCHAR(2000),
  period_words VARCHAR(100),
  remark VARCHAR(1000),
  original LONGTEXT,
  place VARCHAR(300),
  source VARCHAR(200),
  status_words VARCHAR(1000),
  participants VARCHAR(300),
  venue VARCHAR(300),
  theme VARCHAR(300),
  novelty VARCHAR(300),
  recurrence VARCHAR(60),
  festival VARCHAR(40),
  PRIMARY KEY (edition_id, item_id),
  CONSTRAINT plan_line_edition FOREIGN KEY (edition_id) REFERENCES plan_edition (id),
  CONSTRAINT plan_line_item FOREIGN KEY (item_id) REFERENCES plan_item (id)
);
CREATE INDEX plan_line_by_item ON plan_line (item_id, edition_id);

-- Which main tasks an item serves.
CREATE TABLE plan_line_main (
  edition_id BIGINT NOT NULL,
  item_id BIGINT NOT NULL,
  main_id BIGINT NOT NULL,
  PRIMARY KEY (edition_id, item_id, main_id)
);

-- When an item is worked on; 3月和10月 are two spans.
CREATE TABLE plan_span (
  edition_id BIGINT NOT NULL,
  item_id BIGINT NOT NULL,
  span_no INT NOT NULL,
  starts_on DATE NOT NULL,
  ends_on DATE NOT NULL,
  PRIMARY KEY (edition_id, item_id, span_no)
);
CREATE INDEX plan_span_start ON plan_span (starts_on, edition_id);

-- Who answers for an item: one lead, any number of co-owners; a name nobody is known by has no id.
CREATE TABLE plan_owner (
  edition_id BIGINT NOT NULL,
  item_id BIGINT NOT NULL,
  position_no INT NOT NULL,
  leads BOOLEAN NOT NULL,
  kind VARCHAR(8) NOT NULL,
  owner_id BIGINT,
  owner_name VARCHAR(200) NOT NULL,
  PRIMARY KEY (edition_id, item_id, position_no)
);
CREATE INDEX plan_owner_who ON plan_owner (kind, owner_id, edition_id);

-- An indicator is the same one in every edition and for every item that shares it; the totals are the sum of its progress.
CREATE TABLE plan_indicator (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  plan_id BIGINT NOT NULL,
  indicator_no INT NOT NULL,
  parent_id BIGINT,
  total DECIMAL(20,6) NOT NULL,
  of_total DECIMAL(20,6) NOT NULL,
  CONSTRAINT plan_indicator_once UNIQUE (plan_id, indicator_no),
  CONSTRAINT plan_indicator_plan FOREIGN KEY (plan_id) REFERENCES plan (id)
);
CREATE INDEX plan_indicator_parent ON plan_indicator (parent_id);

CREATE TABLE plan_indicator_line (
  edition_id BIGINT NOT NULL,
  indicator_id BIGINT NOT NULL,
  name VARCHAR(200) NOT NULL,
  comparator VARCHAR(12) NOT NULL,
  base_value DECIMAL(20,6),
  stretch_value DECIMAL(20,6),
  measure VARCHAR(20) NOT NULL,
  words VARCHAR(300),
  roll_up VARCHAR(8) NOT NULL,
  PRIMARY KEY (edition_id, indicator_id)
);

CREATE TABLE plan_line_indicator (
  edition_id BIGINT NOT NULL,
  item_id BIGINT NOT NULL,
  indicator_id BIGINT NOT NULL,
  PRIMARY KEY (edition_id, item_id, indicator_id)
);
CREATE INDEX plan_line_indicator_by ON plan_line_indicator (indicator_id, edition_id);
