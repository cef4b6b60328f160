-- Steps that the engine could not take because the process is faulty; the answers were not taken and the case stands where it stood.
CREATE TABLE engine_incident (
  number CHAR(8) NOT NULL PRIMARY KEY,
  at DATETIME(3) NOT NULL,
  process VARCHAR(64) NOT NULL,
  box VARCHAR(255),
  name VARCHAR(255) NOT NULL,
  case_key VARCHAR(64) NOT NULL,
  words VARCHAR(1000) NOT NULL
);
CREATE INDEX engine_incident_at ON engine_incident (at);
