package org.leagueflow.ballot;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the pages of a ballot show, and to whom. */
@Component
class BallotPages {

	private final BallotRepository rows;

	private final BoxContents box;

	private final KeyRing ring;

	private final Ballots ballots;

	private final ObjectProvider<BallotHolder> holders;

	BallotPages(BallotRepository rows, BoxContents box, KeyRing ring, Ballots ballots,
			ObjectProvider<BallotHolder> holders) {
		this.rows = rows;
		this.box = box;
		this.ring = ring;
		this.ballots = ballots;
		this.holders = holders;
	}

	BallotPage voter(long id, Actor by) {
		Ballot ballot = seen(id, by);
		if (ballot.isOpen()) {
			ballot.requireKnownEdition();
		}
		return BallotPage.of(ballot, claim(ballot, by.personId()), by.personId(), this.rows.onRoll(id, by.personId()),
				this.ballots.turnout(id), lineage(id));
	}

	private String claim(Ballot ballot, long person) {
		if (!ballot.isOpen()) {
			return this.rows.used(ballot.id(), person).orElse(null);
		}
		return this.box.claim(ballot.id(), person)
			.map((used) -> (used.blinded() != null) ? "SIGNATURE" : "PAPER")
			.orElse(null);
	}

	private Lineage lineage(long id) {
		return new Lineage(this.rows.predecessor(id).orElse(null), this.rows.successor(id).orElse(null));
	}

	ClosingPage closing(long id, Actor by) {
		Ballot ballot = seen(id, by);
		ballot.requireTeller(by.personId());
		long other = (ballot.tellerOne() == by.personId()) ? ballot.tellerTwo() : ballot.tellerOne();
		return new ClosingPage(id, ballot.title(), ballot.state(), this.ballots.turnout(id),
				ballot.closes(by.personId()), ballot.closes(other), !ballot.isOpen() || this.ring.find(id).isPresent(),
				this.holders.orderedStream()
					.flatMap((holder) -> holder.countsFirst(id).stream())
					.findFirst()
					.orElse(null),
				home(id), lineage(id));
	}

	ResultPage result(long id, Actor by) {
		Ballot ballot = closed(id, by);
		BallotResult result = this.ballots.result(id).orElseThrow();
		return new ResultPage(id, ballot.title(), ballot.paper().lines(), ballot.paper().marks(), result,
				ballot.voters(), this.rows.took(id), ballot.fingerprint(),
				Base64.getEncoder().encodeToString(ballot.statementKey()),
				(ballot.digest() != null) ? HexFormat.of().formatHex(ballot.digest()) : null,
				this.rows.used(id, by.personId()).orElse(null), home(id), lineage(id), by.personId());
	}

	private String home(long id) {
		long held = held(id);
		return this.holders.orderedStream().flatMap((holder) -> holder.home(held).stream()).findFirst().orElse(null);
	}

	/** The ballot that was held in the end, when this one was void. */
	private long held(long id) {
		return this.rows.successor(id).map(this::held).orElse(id);
	}

	/** A closed ballot whose papers are published. */
	Ballot published(long id, Actor by) {
		Ballot ballot = closed(id, by);
		if (ballot.count() == null) {
			throw new Refusal.Conflict("refusal.ballot.coarse");
		}
		return ballot;
	}

	List<PublishedPaper> papers(long id) {
		return this.rows.papers(id);
	}

	private Ballot closed(long id, Actor by) {
		Ballot ballot = seen(id, by);
		if (ballot.state() != BallotState.CLOSED) {
			throw new Refusal.Conflict("refusal.ballot.not-closed");
		}
		return ballot;
	}

	/** Strangers do not learn that there is such a ballot. */
	private Ballot seen(long id, Actor by) {
		Ballot ballot = this.rows.find(id).orElseThrow(() -> new Refusal.NotFound("refusal.ballot.none"));
		long held = held(id);
		boolean concerned = ballot.isTeller(by.personId()) || this.rows.onRoll(id, by.personId())
				|| this.holders.orderedStream().anyMatch((holder) -> holder.mayWatch(held, by));
		if (!concerned) {
			throw new Refusal.NotFound("refusal.ballot.none");
		}
		return ballot;
	}

}
