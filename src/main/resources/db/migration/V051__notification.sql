-- What people were told: in the application always, by mail where there is an address and a mail server.
CREATE TABLE notification (
  id BIGINT AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  words_key VARCHAR(200) NOT NULL,
  words_args LONGTEXT NOT NULL,
  link VARCHAR(500),
  created DATETIME(3) NOT NULL,
  read_at DATETIME(3)
);
CREATE INDEX notification_person ON notification (person_id, id);
CREATE INDEX notification_unread ON notification (person_id, read_at);
