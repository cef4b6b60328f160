package org.leagueflow.ballot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.leagueflow.kernel.Actor;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.people.PeopleFixture.College;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens ballots for tests and votes in them without a browser. */
@Component
public class BallotFixture {

	private final BallotService ballots;

	private final BallotRepository rows;

	private final Signing signing;

	private final Box box;

	private final KeyRing ring;

	private final PeopleFixture people;

	private final HandCountedBallots byHand;

	private final TransactionTemplate transaction;

	BallotFixture(BallotService ballots, BallotRepository rows, Signing signing, Box box, KeyRing ring,
			PeopleFixture people, HandCountedBallots byHand, TransactionTemplate transaction) {
		this.ballots = ballots;
		this.rows = rows;
		this.signing = signing;
		this.box = box;
		this.ring = ring;
		this.people = people;
		this.byHand = byHand;
		this.transaction = transaction;
	}

	/** A ballot in a college of its own, whose tellers are not on its roll. */
	public Held open(Paper paper, int voters) {
		return open(paper, voters, 0);
	}

	public Held open(Paper paper, int voters, int smallest) {
		return open(paper, voters, new DisclosureRule(smallest, false));
	}

	Held open(Paper paper, int voters, DisclosureRule disclosure) {
		College college = this.people.college();
		List<Long> roll = IntStream.range(0, voters).mapToObj((i) -> this.people.member(college.branch())).toList();
		return open(paper, college.branch(), roll, disclosure);
	}

	public Held open(Paper paper, long unit, List<Long> roll, int smallest) {
		return open(paper, unit, roll, new DisclosureRule(smallest, false));
	}

	private Held open(Paper paper, long unit, List<Long> roll, DisclosureRule disclosure) {
		Actor one = this.people.actor(this.people.staff(unit));
		Actor two = this.people.actor(this.people.staff(unit));
		long id = this.ballots.open(new Opening("接收沈同学为团员", paper, new HashSet<>(roll), one.personId(), two.personId(),
				Set.of(), unit, null, disclosure, true), one);
		return new Held(id, paper, new ArrayList<>(roll), one, two);
	}

	Ballot row(long ballot) {
		return this.rows.find(ballot).orElseThrow();
	}

	/** A whole vote of one person. */
	Phone vote(Held held, long person, String filled) {
		Ballot ballot = row(held.id());
		Phone phone = Phone.vote(ballot.signKey(), held.id(), filled);
		byte[] signature = phone.unblind(this.signing.sign(held.id(), person, phone.request()));
		Box.Cast cast = this.box.cast(this.ring.require(held.id()), phone.envelope(ballot, signature));
		if (cast != Box.Cast.IN_THE_BOX) {
			throw new IllegalStateException("The box said " + cast);
		}
		return phone;
	}

	/** A whole vote of one person, for tests of other modules. */
	public String cast(long ballot, long person, String filled) {
		return vote(new Held(ballot, row(ballot).paper(), List.of(), null, null), person, filled).tracker();
	}

	/** What a ballot asks. */
	public Paper paper(long ballot) {
		return row(ballot).paper();
	}

	/** A teller agrees to close on the ballot's own page. */
	public void agree(long ballot, Actor teller) {
		this.ballots.confirmClose(ballot, teller);
	}

	public boolean mayVote(long ballot, long person) {
		return this.ballots.mayVote(ballot, person);
	}

	/** Loses the keys, as when the key directory is gone. */
	public void loseKeys(long ballot) {
		this.ring.destroy(row(ballot));
	}

	/** Both tellers end the voting; what is in the box waits for other votes. */
	void shut(Held held) {
		this.byHand.first(held.id());
		this.ballots.confirmClose(held.id(), held.one());
		if (this.ballots.confirmClose(held.id(), held.two()).isPresent()) {
			throw new IllegalStateException("The box was counted at once");
		}
	}

	void voids(Held held) {
		this.ballots.voidIt(held.id(), "密钥丢失", held.one());
	}

	/** Counts what waited in the box. */
	BallotResult count(Held held) {
		return this.ballots.count(held.id(), held.two());
	}

	BallotResult close(Held held) {
		this.ballots.confirmClose(held.id(), held.one());
		return this.ballots.confirmClose(held.id(), held.two()).orElseThrow();
	}

	/** A ballot, its roll and its tellers. */
	public record Held(long id, Paper paper, List<Long> roll, Actor one, Actor two) {
	}

}
