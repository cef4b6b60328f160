package org.leagueflow.meeting;

import jakarta.persistence.Embeddable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Refusal;

/**
 * What one teller counted: papers, and the written opinions opened at the count.
 *
 * @param handedOut papers handed out, one to each voter in the room
 * @param returned papers that came back
 */
@Embeddable
record PaperCount(int handedOut, int returned, int inFavour, int against, int abstained, int invalid,
		int writtenInFavour, int writtenAgainst, int writtenAbstained, int writtenInvalid) {

	/**
	 * Checks that the papers add up.
	 * @param present voters in the room when the ballot opened
	 * @param written written opinions that count
	 * @throws Refusal.Invalid naming each number that does not add up
	 */
	void reconcile(int present, int written) {
		Map<String, Message> wrong = new LinkedHashMap<>();
		if (this.handedOut != present) {
			wrong.put("handedOut", Message.of("refusal.meeting.handed-out", present));
		}
		if (this.returned > this.handedOut) {
			wrong.put("returned", Message.of("refusal.meeting.returned", this.handedOut));
		}
		if (papers() != this.returned) {
			wrong.put("inFavour", Message.of("refusal.meeting.papers", papers(), this.returned));
		}
		if (writtenOpinions() != written) {
			wrong.put("writtenInFavour", Message.of("refusal.meeting.written", writtenOpinions(), written));
		}
		if (negative()) {
			wrong.put("handedOut", Message.of("refusal.meeting.negative"));
		}
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
	}

	Tally tally(int entitled, int present) {
		return new Tally(entitled, present, this.handedOut, this.returned, this.inFavour, this.against, this.abstained,
				this.invalid, this.writtenInFavour, this.writtenAgainst, this.writtenAbstained, this.writtenInvalid);
	}

	private long papers() {
		return (long) this.inFavour + this.against + this.abstained + this.invalid;
	}

	private long writtenOpinions() {
		return (long) this.writtenInFavour + this.writtenAgainst + this.writtenAbstained + this.writtenInvalid;
	}

	private boolean negative() {
		int signs = this.handedOut | this.returned | this.inFavour | this.against | this.abstained | this.invalid;
		return (signs | this.writtenInFavour | this.writtenAgainst | this.writtenAbstained | this.writtenInvalid) < 0;
	}

}
