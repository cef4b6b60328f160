package org.leagueflow.ballot;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything that a ballot box must not do, each fault in a table of its own, so that the
 * attack can show that it finds each of them.
 */
final class LeakyBox {

	/** Each fault, and in which traces it shows. */
	static final Map<String, String> FAULTS = Map.ofEntries(
			Map.entry("rows keep the order of their coming", "dump leak_order"),
			Map.entry("papers that lie aside keep the order of their coming", "shut leak_kept"),
			Map.entry("times to the millisecond", "dump leak_time_(voter|paper)"),
			Map.entry("papers in the binary log as they are", "binary log of leak_plain"),
			Map.entry("sealed papers whose length tells the choice", "binary log of leak_size"),
			Map.entry("a counter for each choice", "binary log of leak_counter"),
			Map.entry("the key lies beside what it seals", "(dump leak_key|binary log of leak_sealed)"),
			Map.entry("a number that voter and paper share", "dump leak_(person|request)"),
			Map.entry("the choice in a table of sessions", "dump leak_session"),
			Map.entry("the paper is named after its voter", "dump leak_name"),
			Map.entry("the tracker in a log", "leaky log"),
			Map.entry("the order in the file of a table", "file leak_place.ibd"));

	private static final Logger LOG = LoggerFactory.getLogger(LeakyBox.class);

	private static final Map<String, String> TABLES = Map.ofEntries(
			Map.entry("leak_order", "id BIGINT AUTO_INCREMENT PRIMARY KEY, tracker CHAR(25)"),
			Map.entry("leak_kept", "id BIGINT AUTO_INCREMENT PRIMARY KEY, tracker CHAR(25)"),
			Map.entry("leak_time_voter", "person_id BIGINT PRIMARY KEY, at DATETIME(3)"),
			Map.entry("leak_time_paper", "tracker CHAR(25) PRIMARY KEY, at DATETIME(3)"),
			Map.entry("leak_plain", "tracker CHAR(25) PRIMARY KEY, message VARBINARY(300)"),
			Map.entry("leak_size", "id BINARY(16) PRIMARY KEY, sealed VARBINARY(700)"),
			Map.entry("leak_counter", "mark INT PRIMARY KEY, number INT"), Map.entry("leak_key", "secret BINARY(32)"),
			Map.entry("leak_sealed", "slip BINARY(32) PRIMARY KEY, sealed VARBINARY(700)"),
			Map.entry("leak_person", "request BINARY(16) PRIMARY KEY, person_id BIGINT"),
			Map.entry("leak_request", "tracker CHAR(25) PRIMARY KEY, request BINARY(16)"),
			Map.entry("leak_session", "session_id CHAR(36) PRIMARY KEY, mark CHAR(3)"),
			Map.entry("leak_name", "name CHAR(64) PRIMARY KEY, message VARBINARY(300)"),
			Map.entry("leak_place", "tracker CHAR(25) PRIMARY KEY"));

	private final JdbcTemplate jdbc;

	private final SecretKey key = Sealing.aes(Bytes.random(32));

	private final List<Object[]> voterTimes = new ArrayList<>();

	private final List<Object[]> paperTimes = new ArrayList<>();

	LeakyBox(JdbcTemplate jdbc, List<String> choices) {
		this.jdbc = jdbc;
		TABLES.forEach((table, columns) -> jdbc.execute("CREATE TABLE " + table + " (" + columns + ")"));
		jdbc.update("INSERT INTO leak_key (secret) VALUES (?)", this.key.getEncoded());
		for (int i = 0; i < choices.size(); i++) {
			jdbc.update("INSERT INTO leak_counter (mark, number) VALUES (?, 0)", 1000 + i);
		}
	}

	/** The voter has just got a signature. */
	void signed(long person) {
		this.voterTimes.add(new Object[] { person, Timestamp.from(Instant.now()) });
	}

	/** The paper is in the box. */
	void cast(long person, Phone phone, String filled, int choice) {
		byte[] message = phone.message;
		byte[] request = Bytes.random(16);
		this.paperTimes.add(new Object[] { phone.tracker(), Timestamp.from(Instant.now()) });
		add("leak_order (tracker)", phone.tracker());
		add("leak_plain (tracker, message)", phone.tracker(), message);
		add("leak_size (id, sealed)", Bytes.random(16), Bytes.random(200 + choice));
		this.jdbc.update("UPDATE leak_counter SET number = number + 1 WHERE mark = ?", 1000 + choice);
		add("leak_sealed (slip, sealed)", Bytes.random(32),
				Sealing.seal(this.key, Bytes.join(message, Bytes.random(256)), new byte[0]));
		add("leak_person (request, person_id)", request, person);
		add("leak_request (tracker, request)", phone.tracker(), request);
		this.jdbc
			.queryForList("SELECT session_id FROM SPRING_SESSION WHERE principal_name = ?", String.class, "p" + person)
			.forEach((session) -> add("leak_session (session_id, mark)", session, filled));
		add("leak_name (name, message)",
				java.util.HexFormat.of()
					.formatHex(Vote.sha256(("p" + person).getBytes(java.nio.charset.StandardCharsets.US_ASCII))),
				message);
		add("leak_place (tracker)", phone.tracker());
		LOG.debug("Paper {} is in the box", phone.tracker());
	}

	/** Times lie in no order, as they would in a table whose ids are random. */
	void close() {
		Collections.shuffle(this.voterTimes);
		Collections.shuffle(this.paperTimes);
		this.jdbc.batchUpdate("INSERT INTO leak_time_voter (person_id, at) VALUES (?, ?)", this.voterTimes);
		this.jdbc.batchUpdate("INSERT INTO leak_time_paper (tracker, at) VALUES (?, ?)", this.paperTimes);
	}

	/** Lays papers aside until others are counted, as they came. */
	void keep() {
		this.jdbc.update("INSERT INTO leak_kept (tracker) SELECT tracker FROM leak_order ORDER BY id");
	}

	/** What lay aside is gone, so that only whoever looked meanwhile has seen it. */
	void unkeep() {
		this.jdbc.update("DELETE FROM leak_kept");
	}

	private void add(String what, Object... values) {
		this.jdbc.update("INSERT INTO " + what + " VALUES (" + "?, ".repeat(values.length - 1) + "?)", values);
	}

}
