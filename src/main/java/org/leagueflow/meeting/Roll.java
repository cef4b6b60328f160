package org.leagueflow.meeting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Refusal;

/**
 * The roll of a meeting (应到名单): who is entitled, who is in the room, who sits in. The
 * meeting keeps the lines; this is how one speaks of them.
 */
final class Roll {

	private final Meeting meeting;

	private final List<RollEntry> lines;

	/** Works on the meeting's own list. */
	Roll(Meeting meeting, List<RollEntry> lines) {
		this.meeting = meeting;
		this.lines = lines;
	}

	/** Writes the lines as of now; people checked in already stay so. */
	void drawUp(Collection<Invitee> invitees) {
		Set<Long> expected = invitees.stream().map(Invitee::personId).collect(Collectors.toSet());
		this.lines.removeIf((line) -> !expected.contains(line.personId()) && !line.isGuestInTheRoom());
		for (Invitee invitee : invitees) {
			find(invitee.personId()).ifPresentOrElse((line) -> line.take(invitee),
					() -> this.lines.add(RollEntry.of(this.meeting, invitee)));
		}
	}

	/** Somebody without a vote sits in (列席). */
	void welcome(String guest, Instant now) {
		this.lines.add(RollEntry.guest(this.meeting, guest, now));
	}

	/**
	 * @throws Refusal.Invalid when the person is not on the roll; after the start nobody
	 * can be added to it
	 */
	RollEntry line(long personId) {
		return find(personId).orElseThrow(() -> new Refusal.Invalid(
				(this.meeting.openedAt() != null) ? "refusal.meeting.roll-frozen" : "refusal.meeting.not-on-roll"));
	}

	private Optional<RollEntry> find(long personId) {
		return this.lines.stream().filter((line) -> line.is(personId)).findFirst();
	}

	boolean holds(long personId) {
		return find(personId).isPresent();
	}

	/** Whether the person is on it for more than sitting in. */
	boolean expects(long personId) {
		return find(personId).filter((line) -> !line.isGuest()).isPresent();
	}

	boolean isInTheRoom(long personId) {
		return find(personId).filter(RollEntry::isPresent).isPresent();
	}

	/** Whether somebody entitled never came, so that a written opinion can count. */
	boolean stayedAway(long personId) {
		return find(personId).filter(RollEntry::stayedAway).isPresent();
	}

	/** 应到. */
	int entitled() {
		return (int) this.lines.stream().filter(RollEntry::isEntitled).count();
	}

	/** 团员人数: members with or without a vote. */
	int members() {
		return (int) this.lines.stream().filter((line) -> !line.isGuest()).count();
	}

	/** 实到. */
	int present() {
		return (int) this.lines.stream().filter(RollEntry::isVotingNow).count();
	}

	/** Who is in the room with a vote. */
	List<Long> voters() {
		return this.lines.stream().filter(RollEntry::isVotingNow).map(RollEntry::personId).toList();
	}

	List<RollEntry> lines() {
		return List.copyOf(this.lines);
	}

}
