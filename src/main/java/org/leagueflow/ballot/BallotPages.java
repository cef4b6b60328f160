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

	private final BallotRows rows;

	private final BoxRows box;

	private final KeyRing ring;

	private final Ballots ballots;

	private final ObjectProvider<BallotHolder> holders;

	BallotPages(BallotRows rows, BoxRows box, KeyRing ring, Ballots ballots, ObjectProvider<BallotHolder> holders) {
		this.rows = rows;
		this.box = box;
		this.ring = ring;
		this.ballots = ballots;
		this.holders = holders;
	}

	BallotPage voter(long id, Actor by) {
		Ballot ballot = seen(id, by);
		String claim = ballot.isOpen() ? this.box.claim(id, by.personId())
			.map((used) -> (used.blinded() != null) ? "SIGNATURE" : "PAPER")
			.orElse(null) : null;
		return BallotPage.of(ballot, claim, by.personId(), this.rows.onRoll(id, by.personId()),
				this.ballots.turnout(id));
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
				home(id));
	}

	ResultPage result(long id, Actor by) {
		Ballot ballot = closed(id, by);
		BallotResult result = this.ballots.result(id).orElseThrow();
		return new ResultPage(id, ballot.title(), ballot.paper().lines(), ballot.paper().marks(), result,
				ballot.voters(), this.rows.took(id), ballot.fingerprint(),
				Base64.getEncoder().encodeToString(ballot.statementKey()),
				(ballot.digest() != null) ? HexFormat.of().formatHex(ballot.digest()) : null,
				this.rows.used(id, by.personId()).orElse(null), home(id));
	}

	private String home(long id) {
		return this.holders.orderedStream().flatMap((holder) -> holder.home(id).stream()).findFirst().orElse(null);
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
		boolean concerned = ballot.isTeller(by.personId()) || this.rows.onRoll(id, by.personId())
				|| this.holders.orderedStream().anyMatch((holder) -> holder.mayWatch(id, by));
		if (!concerned) {
			throw new Refusal.NotFound("refusal.ballot.none");
		}
		return ballot;
	}

}
