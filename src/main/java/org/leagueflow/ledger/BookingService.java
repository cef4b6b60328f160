package org.leagueflow.ledger;

import java.util.List;
import org.leagueflow.forms.Attachments;
import org.leagueflow.forms.IdempotencyKeys;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books what people enter on pages: each form once, with the file that proves it. */
@Service
@Transactional
class BookingService {

	private final LedgerService ledger;

	private final LedgerEntries lines;

	private final Attachments attachments;

	private final IdempotencyKeys keys;

	BookingService(LedgerService ledger, LedgerEntries lines, Attachments attachments, IdempotencyKeys keys) {
		this.ledger = ledger;
		this.lines = lines;
		this.attachments = attachments;
		this.keys = keys;
	}

	void record(long personId, Booking booking, Proof proof, String key, Actor by) {
		this.ledger.requireBooking(personId, booking.kind(), by);
		if (this.keys.first(key)) {
			this.ledger.record(personId, proved(booking, proof, List.of(personId), by), by);
		}
	}

	void recordAll(List<Long> personIds, Booking booking, Proof proof, String key, Actor by) {
		personIds.forEach((personId) -> this.ledger.requireBooking(personId, booking.kind(), by));
		if (this.keys.first(key)) {
			this.ledger.recordAll(personIds, proved(booking, proof, personIds, by), by);
		}
	}

	private Booking proved(Booking booking, Proof proof, List<Long> personIds, Actor by) {
		return (proof == null) ? booking : booking
			.with(this.attachments.keep(proof.name(), proof.content(), LedgerFiles.of(personIds.get(0)), by).id());
	}

	/** Takes back what the form says, in the measure of the line itself. */
	void correct(long entryId, String amount, String reason, String key, Actor by) {
		LedgerEntry line = this.lines.findById(entryId)
			.map(LedgerLine::entry)
			.filter(LedgerEntry::personal)
			.orElseThrow(() -> new Refusal.NotFound("refusal.ledger.entry"));
		this.ledger.requireBooking(line.subjectId(), line.kind(), by);
		if (this.keys.first(key)) {
			this.ledger.correct(entryId, line.kind().graded() ? line.amount() : Amounts.parse(amount, line.kind()),
					reason, by);
		}
	}

}
