package org.leagueflow.ballot;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.leagueflow.kernel.Json;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Reads and writes ballots, their rolls, and the published papers. */
@Repository
class BallotRepository {

	private static final int BATCH_SIZE = 1000;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	BallotRepository(JdbcClient jdbc, JdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	long add(Opening opening, String title, Paper paper, BallotKeys keys) {
		GeneratedKeyHolder id = new GeneratedKeyHolder();
		this.jdbc.sql("""
				INSERT INTO ballot (title, unit_id, case_id, paper_json, state, teller_one, teller_two, one_closes,
				two_closes, smallest, outcome_only, voters, envelope, sign_key, box_key, statement_key)
				VALUES (?, ?, ?, ?, 'OPEN', ?, ?, FALSE, FALSE, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(title, opening.unitId(), (opening.caseId() != null) ? opening.caseId().value() : null,
					Json.write(paper), opening.tellerOne(), opening.tellerTwo(), opening.disclosure().smallest(),
					opening.disclosure().outcomeOnly(), opening.voters().size(), Envelope.CURRENT.number(),
					keys.signing().getPublic().getEncoded(), Envelope.point(keys.box().getPublic()),
					keys.statement().getPublic().getEncoded())
			.update(id, "id");
		long ballot = id.getKey().longValue();
		this.jdbc.sql("INSERT INTO ballot_box (ballot_id) VALUES (?)").param(ballot).update();
		this.batches.batchUpdate("INSERT INTO ballot_voter (ballot_id, person_id) VALUES (?, ?)",
				opening.voters().stream().sorted().map((person) -> new Object[] { ballot, person }).toList());
		return ballot;
	}

	Optional<Ballot> find(long ballot) {
		return this.jdbc.sql("SELECT * FROM ballot WHERE id = ?")
			.param(ballot)
			.query(BallotRepository::ballot)
			.optional();
	}

	Optional<Ballot> lock(long ballot) {
		return this.jdbc.sql("SELECT * FROM ballot WHERE id = ? FOR UPDATE")
			.param(ballot)
			.query(BallotRepository::ballot)
			.optional();
	}

	/** Ballots whose keys are needed. */
	List<Ballot> uncounted() {
		return this.jdbc.sql("SELECT * FROM ballot WHERE state IN ('OPEN', 'SHUT') ORDER BY id")
			.query(BallotRepository::ballot)
			.list();
	}

	/** Open ballots on whose roll the person is, right to vote not used yet. */
	List<Ballot> waitingFor(long person) {
		return this.jdbc.sql("""
				SELECT b.* FROM ballot b JOIN ballot_voter v ON v.ballot_id = b.id
				WHERE b.state = 'OPEN' AND v.person_id = ? AND NOT EXISTS (SELECT 1 FROM ballot_claim c
				WHERE c.ballot_id = v.ballot_id AND c.person_id = v.person_id) ORDER BY b.id
				""").param(person).query(BallotRepository::ballot).list();
	}

	/** Open ballots that the person is a teller of. */
	List<Ballot> countedBy(long teller) {
		return this.jdbc
			.sql("SELECT * FROM ballot WHERE state = 'OPEN' AND (teller_one = ? OR teller_two = ?) ORDER BY id")
			.params(teller, teller)
			.query(BallotRepository::ballot)
			.list();
	}

	boolean onRoll(long ballot, long person) {
		return this.jdbc.sql("SELECT COUNT(*) FROM ballot_voter WHERE ballot_id = ? AND person_id = ?")
			.params(ballot, person)
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * How the person used the right to vote in a ballot that is over; null: not at all.
	 */
	Optional<String> used(long ballot, long person) {
		return this.jdbc.sql("SELECT used FROM ballot_voter WHERE ballot_id = ? AND person_id = ?")
			.params(ballot, person)
			.query(String.class)
			.optional();
	}

	/** How many took a paper, in a ballot that is over. */
	int took(long ballot) {
		return this.jdbc.sql("SELECT COUNT(*) FROM ballot_voter WHERE ballot_id = ? AND used = 'PAPER'")
			.param(ballot)
			.query(Integer.class)
			.single();
	}

	/** Whether the ballot with this key is known and over. */
	boolean isOver(String fingerprint) {
		return this.jdbc
			.sql("SELECT sign_key FROM ballot WHERE state IN ('CLOSED', 'VOID') ORDER BY id DESC LIMIT 1000")
			.query((row, number) -> Ballot.fingerprint(row.getBytes(1)))
			.list()
			.contains(fingerprint);
	}

	void confirm(long ballot, boolean one, boolean two) {
		this.jdbc.sql("UPDATE ballot SET one_closes = ?, two_closes = ? WHERE id = ?")
			.params(one, two, ballot)
			.update();
	}

	void tellers(long ballot, long one, long two) {
		this.jdbc.sql(
				"UPDATE ballot SET teller_one = ?, teller_two = ?, one_closes = FALSE, two_closes = FALSE WHERE id = ?")
			.params(one, two, ballot)
			.update();
	}

	void shut(long ballot, int issued) {
		this.jdbc.sql("UPDATE ballot SET state = 'SHUT', issued = ? WHERE id = ?").params(issued, ballot).update();
	}

	void close(long ballot, int issued, int papers, Count count, byte[] digest, byte[] statement) {
		this.jdbc.sql("""
				UPDATE ballot SET state = 'CLOSED', issued = ?, papers = ?, count_json = ?, digest = ?, statement = ?
				WHERE id = ?
				""")
			.params(issued, papers, (count != null) ? Json.write(count) : null, digest, statement, ballot)
			.update();
	}

	void voidIt(long ballot, String reason) {
		this.jdbc.sql("UPDATE ballot SET state = 'VOID', void_reason = ? WHERE id = ?").params(reason, ballot).update();
	}

	void replace(long voided, long successor) {
		this.jdbc.sql("UPDATE ballot SET successor_id = ? WHERE id = ? AND state = 'VOID'")
			.params(successor, voided)
			.update();
	}

	/** The ballot that is held in the place of a void one. */
	Optional<Long> successor(long ballot) {
		return this.jdbc.sql("SELECT successor_id FROM ballot WHERE id = ? AND successor_id IS NOT NULL")
			.param(ballot)
			.query(Long.class)
			.optional();
	}

	/** The void ballot in whose place this one is held. */
	Optional<Long> predecessor(long ballot) {
		return this.jdbc.sql("SELECT id FROM ballot WHERE successor_id = ?").param(ballot).query(Long.class).optional();
	}

	void publish(long ballot, List<PublishedPaper> papers) {
		String sql = "INSERT INTO ballot_paper (ballot_id, tracker, filled, message, signature) VALUES (?, ?, ?, ?, ?)";
		for (int from = 0; from < papers.size(); from += BATCH_SIZE) {
			this.batches.batchUpdate(sql,
					papers.subList(from, Math.min(papers.size(), from + BATCH_SIZE))
						.stream()
						.map((paper) -> new Object[] { ballot, paper.tracker(), paper.filled(), paper.message(),
								paper.signature() })
						.toList());
		}
	}

	List<PublishedPaper> papers(long ballot) {
		return this.jdbc
			.sql("SELECT tracker, filled, message, signature FROM ballot_paper WHERE ballot_id = ? ORDER BY tracker")
			.param(ballot)
			.query(BallotRepository::paper)
			.list();
	}

	private static PublishedPaper paper(ResultSet row, int number) throws SQLException {
		return new PublishedPaper(row.getString("tracker"), row.getString("filled"), row.getBytes("message"),
				row.getBytes("signature"));
	}

	private static Ballot ballot(ResultSet row, int number) throws SQLException {
		long caseId = row.getLong("case_id");
		boolean noCase = row.wasNull();
		String count = row.getString("count_json");
		return new Ballot(row.getLong("id"), row.getString("title"), row.getLong("unit_id"), noCase ? null : caseId,
				Json.read(row.getString("paper_json"), Paper.class), BallotState.valueOf(row.getString("state")),
				row.getLong("teller_one"), row.getLong("teller_two"), row.getBoolean("one_closes"),
				row.getBoolean("two_closes"),
				new DisclosureRule(row.getInt("smallest"), row.getBoolean("outcome_only")), row.getInt("voters"),
				row.getInt("envelope"), row.getBytes("sign_key"), row.getBytes("box_key"),
				row.getBytes("statement_key"), (Integer) row.getObject("issued"), (Integer) row.getObject("papers"),
				(count != null) ? Json.read(count, Count.class) : null, row.getBytes("digest"),
				row.getBytes("statement"), row.getString("void_reason"));
	}

}
