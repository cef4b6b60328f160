package org.leagueflow.ballot;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Opens, closes, counts and gives up electronic ballots. */
@Service
@Transactional
class BallotService implements Ballots {

	private static final int MAX_TITLE_LENGTH = 300;

	private final BallotRepository rows;

	private final BoxContents box;

	private final KeyRing ring;

	private final ObjectProvider<BallotHolder> holders;

	private final AuditLog auditLog;

	BallotService(BallotRepository rows, BoxContents box, KeyRing ring, ObjectProvider<BallotHolder> holders,
			AuditLog auditLog) {
		this.rows = rows;
		this.box = box;
		this.ring = ring;
		this.holders = holders;
		this.auditLog = auditLog;
	}

	@Override
	public Optional<Message> warning(int voters, DisclosureRule disclosure) {
		if (voters == 1) {
			return Optional.of(Message.of("ballot.warning.one"));
		}
		return (voters < disclosure.smallest())
				? Optional.of(Message.of("ballot.warning.few", voters, disclosure.smallest())) : Optional.empty();
	}

	@Override
	public long open(Opening opening, Actor by) {
		check(opening);
		BallotKeys keys = BallotKeys.fresh();
		Paper paper = new Paper(opening.paper().form(),
				opening.paper()
					.lines()
					.stream()
					.map((line) -> new Paper.Line(line.id(), oneLine(line.name())))
					.toList(),
				opening.paper().seats());
		long id = this.rows.add(opening, oneLine(opening.title()), paper, keys);
		this.ring.write(keys);
		Ballot ballot = find(id);
		afterwards((committed) -> {
			if (!committed) {
				this.ring.destroy(ballot);
			}
		});
		record(ballot, by, "ballot.opened",
				Map.of("voters", ballot.voters(), "tellers", List.of(ballot.tellerOne(), ballot.tellerTwo()),
						"envelope", ballot.edition(), "key", ballot.fingerprint(), "statementKey",
						Base64.getEncoder().encodeToString(ballot.statementKey())));
		return id;
	}

	private void check(Opening opening) {
		if (opening.voters().isEmpty()) {
			throw new Refusal.Invalid("refusal.ballot.nobody");
		}
		if (opening.title() == null || opening.title().isBlank() || opening.title().length() > MAX_TITLE_LENGTH) {
			throw Refusal.Invalid.field("title", "refusal.ballot.title", MAX_TITLE_LENGTH);
		}
		checkTellers(opening.tellerOne(), opening.tellerTwo(), opening.conflicted());
		if (!opening.warned()) {
			warning(opening.voters().size(), opening.disclosure()).ifPresent((warning) -> {
				throw new Refusal.Conflict("refusal.ballot.warn-first", warning);
			});
		}
	}

	private static void checkTellers(long one, long two, Collection<Long> conflicted) {
		if (one == two) {
			throw Refusal.Invalid.field("tellerTwo", "refusal.ballot.two-tellers");
		}
		if (conflicted.contains(one) || conflicted.contains(two)) {
			throw Refusal.Invalid.field(conflicted.contains(one) ? "tellerOne" : "tellerTwo",
					"refusal.ballot.teller-conflict");
		}
	}

	private static String oneLine(String text) {
		return text.strip().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
	}

	@Override
	@Transactional(readOnly = true)
	public BallotState state(long ballot) {
		return find(ballot).state();
	}

	@Override
	@Transactional(readOnly = true)
	public Turnout turnout(long ballot) {
		Ballot found = find(ballot);
		int signatures = found.isOpen() ? this.box.signatures(ballot) : found.issued() != null ? found.issued() : 0;
		int taken = found.isOpen() ? this.box.taken(ballot) : this.rows.took(ballot);
		return new Turnout(found.voters(), signatures, taken);
	}

	@Override
	@Transactional(readOnly = true)
	public boolean mayVote(long ballot, long person) {
		return find(ballot).isOpen() && this.rows.onRoll(ballot, person) && this.box.claim(ballot, person).isEmpty();
	}

	@Override
	public boolean takePaper(long ballot, long person) {
		OpenBallot open = this.ring.require(ballot);
		requireOnRoll(ballot, person);
		return switch (open.enter(() -> this.box.claim(ballot, person, null, null))) {
			case THERE -> false;
			case CLOSED -> throw new Refusal.Conflict("refusal.ballot.state.CLOSED");
			default -> true;
		};
	}

	@Override
	public void returnPaper(long ballot, long person) {
		find(ballot).requireOpen();
		requireOnRoll(ballot, person);
		if (!this.box.unclaim(ballot, person)) {
			throw new Refusal.Conflict("refusal.ballot.no-paper");
		}
	}

	private void requireOnRoll(long ballot, long person) {
		if (!this.rows.onRoll(ballot, person)) {
			throw new Refusal.Invalid("refusal.ballot.not-on-roll");
		}
	}

	@Override
	public void replaceTellers(long id, long tellerOne, long tellerTwo, Collection<Long> conflicted, Actor by) {
		Ballot ballot = lock(id);
		ballot.requireOpen();
		checkTellers(tellerOne, tellerTwo, conflicted);
		this.rows.tellers(id, tellerOne, tellerTwo);
		record(ballot, by, "ballot.tellers-replaced", Map.of("tellers", List.of(tellerOne, tellerTwo)));
	}

	/**
	 * A teller agrees to close; with the second one the ballot is closed and counted.
	 * @return nothing when the other teller has yet to agree, other votes are counted
	 * first, or the ballot is void as it has become pointless
	 */
	Optional<BallotResult> confirmClose(long id, Actor teller) {
		find(id).requireTeller(teller.personId());
		if (!this.holders.orderedStream().allMatch((holder) -> holder.closing(id))) {
			return Optional.empty();
		}
		Ballot ballot = lock(id);
		ballot.requireTeller(teller.personId());
		ballot.requireOpen();
		boolean one = ballot.oneCloses() || ballot.tellerOne() == teller.personId();
		boolean two = ballot.twoCloses() || ballot.tellerTwo() == teller.personId();
		this.rows.confirm(id, one, two);
		record(ballot, teller, "ballot.close-agreed", Map.of());
		if (!one || !two) {
			return Optional.empty();
		}
		if (this.holders.orderedStream().anyMatch((holder) -> holder.countsFirst(id).isPresent())) {
			keep(ballot, teller);
			this.holders.orderedStream().forEach((holder) -> holder.shut(id, teller));
			return Optional.empty();
		}
		BallotResult result = close(ballot, teller);
		this.holders.orderedStream().forEach((holder) -> holder.closed(result, teller));
		return Optional.of(result);
	}

	/** Nobody votes any more, and nobody learns anything either. */
	private void keep(Ballot ballot, Actor by) {
		shut(ballot, () -> this.ring.forget(ballot.id()));
		int issued = this.box.signatures(ballot.id());
		this.box.keep(ballot.id());
		this.box.empty(ballot.id());
		this.rows.shut(ballot.id(), issued);
		record(ballot, by, "ballot.shut", Map.of("issued", issued));
	}

	@Override
	public BallotResult count(long id, Actor by) {
		Ballot ballot = lock(id);
		if (ballot.state() != BallotState.SHUT) {
			throw new Refusal.Conflict("refusal.ballot.state." + ballot.state());
		}
		OpenBallot kept = this.ring.kept(ballot);
		afterwards((committed) -> {
			if (committed) {
				this.ring.destroy(ballot);
			}
		});
		BallotResult result = publish(ballot, kept, this.box.kept(id), ballot.issued(), by);
		this.box.unkeep(id);
		return result;
	}

	private BallotResult close(Ballot ballot, Actor by) {
		OpenBallot open = shut(ballot, () -> this.ring.destroy(ballot));
		List<BoxContents.Slip> slips = this.box.slips(ballot.id());
		int issued = this.box.signatures(ballot.id());
		this.box.empty(ballot.id());
		return publish(ballot, open, slips, issued, by);
	}

	private BallotResult publish(Ballot ballot, OpenBallot open, List<BoxContents.Slip> slips, int issued, Actor by) {
		List<PublishedPaper> papers = Counting.open(open, slips);
		if (papers.size() > issued) {
			throw new Refusal.Conflict("refusal.ballot.tampered");
		}
		Count count = Count.of(ballot.paper(), papers.stream().map(PublishedPaper::filled).toList());
		boolean coarse = ballot.coarse(count);
		byte[] digest = Publication.digest(papers);
		if (coarse) {
			this.rows.close(ballot.id(), issued, papers.size(), null, null, null);
		}
		else {
			this.rows.publish(ballot.id(), papers);
			this.rows.close(ballot.id(), issued, papers.size(), count, digest,
					open.keys().sign(Publication.head(ballot, issued, count, digest)));
		}
		record(ballot, by, "ballot.closed", Map.of("issued", issued, "papers", papers.size(), "digest",
				coarse ? "" : java.util.HexFormat.of().formatHex(digest)));
		return new BallotResult(ballot.id(), count, issued, papers.size(), coarse);
	}

	/**
	 * Nobody gets in from here on.
	 * @param committed what is done when all of it is committed
	 */
	private OpenBallot shut(Ballot ballot, Runnable committed) {
		OpenBallot open = this.ring.require(ballot.id());
		Lock door = open.door().writeLock();
		door.lock();
		afterwards((done) -> {
			if (done) {
				committed.run();
			}
			door.unlock();
		});
		if (!this.box.shut(ballot.id())) {
			throw new Refusal.Conflict("refusal.ballot.tampered");
		}
		return open;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<BallotResult> result(long id) {
		Ballot ballot = find(id);
		if (ballot.state() != BallotState.CLOSED) {
			return Optional.empty();
		}
		return Optional
			.of(new BallotResult(id, ballot.count(), ballot.issued(), ballot.papers(), ballot.count() == null));
	}

	@Override
	public void voidIt(long id, String reason, Actor by) {
		Ballot ballot = lock(id);
		ballot.requireUncounted();
		if (reason == null || reason.isBlank() || reason.length() > MAX_TITLE_LENGTH) {
			throw Refusal.Invalid.field("reason", "refusal.ballot.reason", MAX_TITLE_LENGTH);
		}
		if (ballot.isOpen()) {
			this.box.shut(id);
			this.box.empty(id);
		}
		this.box.unkeep(id);
		this.rows.voidIt(id, oneLine(reason));
		record(ballot, by, "ballot.voided", Map.of("reason", reason));
		afterwards((committed) -> {
			if (committed) {
				this.ring.destroy(ballot);
			}
		});
	}

	@Override
	public void replace(long voided, long successor) {
		this.rows.replace(voided, successor);
	}

	private Ballot find(long id) {
		return this.rows.find(id).orElseThrow(() -> new Refusal.NotFound("refusal.ballot.none"));
	}

	private Ballot lock(long id) {
		return this.rows.lock(id).orElseThrow(() -> new Refusal.NotFound("refusal.ballot.none"));
	}

	private void record(Ballot ballot, Actor by, String what, Map<String, Object> detail) {
		AuditEvent event = AuditEvent.of(by, what, "ballot:" + ballot.id()).in(ballot.unitId()).with(detail);
		this.auditLog.record((ballot.caseId() != null) ? event.on(new CaseId(ballot.caseId())) : event);
	}

	private static void afterwards(java.util.function.Consumer<Boolean> act) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				act.accept(status == STATUS_COMMITTED);
			}

		});
	}

}
