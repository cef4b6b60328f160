package org.leagueflow.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.leagueflow.kernel.BusinessClock;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of documents, which are Chinese whoever reads them. */
@Component
class Wording {

	private final MessageSource messages;

	private final BusinessClock clock;

	Wording(MessageSource messages, BusinessClock clock) {
		this.messages = messages;
		this.clock = clock;
	}

	String say(String key, Object... args) {
		return this.messages.getMessage(key, args, key, Locale.SIMPLIFIED_CHINESE);
	}

	String kind(MeetingKind kind) {
		return say("meeting.kind." + kind);
	}

	String day(LocalDate day) {
		return format("meeting.format.day", day);
	}

	String moment(Instant moment) {
		return (moment != null) ? format("meeting.format.moment", moment.atZone(this.clock.getZone())) : "";
	}

	String time(Instant moment) {
		return (moment != null) ? format("meeting.format.time", moment.atZone(this.clock.getZone())) : "";
	}

	private String format(String pattern, java.time.temporal.TemporalAccessor moment) {
		return DateTimeFormatter.ofPattern(say(pattern), Locale.SIMPLIFIED_CHINESE).format(moment);
	}

	/**
	 * 决议 in full: who was there, how the votes fell, what the rule asks, what follows.
	 */
	String resolution(Item item, LocalDate heldOn, String unit, MeetingKind kind) {
		Tally tally = item.tally();
		MeetingRule rule = item.rule();
		return say("meeting.resolution.wording", day(heldOn), unit, kind(kind), item.entry().title(), tally.entitled(),
				tally.present(), tally.handedOut(), tally.returned(), tally.votesFor(), tally.votesAgainst(),
				tally.abstentions(), tally.invalidVotes(), tally.writtenOpinions(), rule.source(), rule.needed(tally),
				say("meeting.outcome." + item.outcome()));
	}

}
