-- Org tree, persons, memberships, appointments with terms, accounts, authority to approve (细则§23).
CREATE TABLE unit (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  parent_id BIGINT,
  kind VARCHAR(20) NOT NULL,
  branch_kind VARCHAR(12),
  name VARCHAR(100) NOT NULL,
  path VARCHAR(250) NOT NULL,
  secondary_school BOOLEAN NOT NULL,
  active BOOLEAN NOT NULL,
  version INT NOT NULL,
  CONSTRAINT unit_parent_fk FOREIGN KEY (parent_id) REFERENCES unit (id)
);
CREATE INDEX unit_path_ix ON unit (path);
CREATE INDEX unit_kind_ix ON unit (kind);
CREATE INDEX unit_secondary_ix ON unit (secondary_school);

-- unit_id: where the person belongs today. id_number_*: filled by the roster, never in the clear.
CREATE TABLE person (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT NOT NULL,
  name VARCHAR(100) NOT NULL,
  birth_date DATE,
  sex VARCHAR(1),
  student_number VARCHAR(32),
  staff BOOLEAN NOT NULL,
  party_member BOOLEAN NOT NULL,
  restricted BOOLEAN NOT NULL,
  restricted_from DATE,
  restricted_until DATE,
  active BOOLEAN NOT NULL,
  left_reason VARCHAR(12),
  left_on DATE,
  member_since DATE,
  member_number VARCHAR(12),
  card_number VARCHAR(20),
  id_number_cipher VARCHAR(512),
  id_number_hash VARCHAR(64),
  id_number_last4 VARCHAR(4),
  phone VARCHAR(32),
  email VARCHAR(200),
  version INT NOT NULL,
  CONSTRAINT person_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)
);
CREATE UNIQUE INDEX person_member_number_ix ON person (member_number);
CREATE UNIQUE INDEX person_id_number_ix ON person (id_number_hash);
CREATE INDEX person_name_ix ON person (name);
CREATE INDEX person_student_number_ix ON person (student_number);

-- One row for each stretch of time that a League member spends in one branch; to_date is the last day.
CREATE TABLE membership (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  branch_id BIGINT NOT NULL,
  from_date DATE NOT NULL,
  to_date DATE,
  CONSTRAINT membership_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT membership_branch_fk FOREIGN KEY (branch_id) REFERENCES unit (id)
);
CREATE INDEX membership_person_ix ON membership (person_id, from_date);
CREATE INDEX membership_branch_ix ON membership (branch_id, from_date);

-- to_date is the last day of the term; ended_at is set when the post ends before that.
CREATE TABLE appointment (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  role VARCHAR(32) NOT NULL,
  unit_id BIGINT NOT NULL,
  from_date DATE NOT NULL,
  to_date DATE,
  ended_at DATETIME(3),
  ended_reason VARCHAR(20),
  version INT NOT NULL,
  CONSTRAINT appointment_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT appointment_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)
);
CREATE INDEX appointment_person_ix ON appointment (person_id);
CREATE INDEX appointment_unit_ix ON appointment (unit_id, role);

CREATE TABLE account (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  login VARCHAR(60) NOT NULL,
  password_hash VARCHAR(200) NOT NULL,
  must_change BOOLEAN NOT NULL,
  failed_attempts INT NOT NULL,
  locked_until DATETIME(3),
  locked BOOLEAN NOT NULL,
  enabled BOOLEAN NOT NULL,
  practice BOOLEAN NOT NULL,
  stamp BIGINT NOT NULL,
  version INT NOT NULL,
  CONSTRAINT account_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
);
CREATE UNIQUE INDEX account_login_ix ON account (login);
CREATE UNIQUE INDEX account_person_ix ON account (person_id);

-- kind GRANT: a general branch may approve; RECALL: the unit may not, the level above does (提级审批).
CREATE TABLE approval_authority (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  unit_id BIGINT NOT NULL,
  kind VARCHAR(8) NOT NULL,
  granted_by BIGINT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE,
  reason VARCHAR(500),
  revoked_at DATETIME(3),
  version INT NOT NULL,
  CONSTRAINT approval_authority_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
  CONSTRAINT approval_authority_granter_fk FOREIGN KEY (granted_by) REFERENCES unit (id)
);
CREATE INDEX approval_authority_unit_ix ON approval_authority (unit_id, valid_from);

-- Only hashes; every node that starts without an administrator adds its own, using one removes all.
CREATE TABLE setup_token (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  token_hash VARCHAR(64) NOT NULL,
  valid_until DATETIME(3) NOT NULL
);
CREATE UNIQUE INDEX setup_token_hash_ix ON setup_token (token_hash);
