-- Words that a person keeps for the opinion fields of forms (常用语).
CREATE TABLE form_phrase (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  words VARCHAR(200) NOT NULL
);

CREATE INDEX form_phrase_person ON form_phrase (person_id);
