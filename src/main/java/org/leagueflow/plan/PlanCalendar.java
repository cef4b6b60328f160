package org.leagueflow.plan;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Spans of items as all-day events of a calendar (RFC 5545). */
final class PlanCalendar {

	/** Octets of a line, its break not counted (RFC 5545 3.1). */
	private static final int MAX_OCTETS = 75;

	private static final int MAX_SUMMARY = 200;

	private final Calendar calendar = new Calendar();

	private final String url;

	PlanCalendar(String name, String url) {
		this.url = url;
		this.calendar.add(new ProdId("-//LeagueFlow//plan//ZH"));
		this.calendar.add(ImmutableVersion.VERSION_2_0);
		this.calendar.add(ImmutableCalScale.GREGORIAN);
		this.calendar.add(ImmutableMethod.PUBLISH);
		this.calendar.add(new XProperty("X-WR-CALNAME", name));
		this.calendar.add(new XProperty("X-PUBLISHED-TTL", "PT6H"));
	}

	/**
	 * Adds a span. The same span of an item is the same event in every edition.
	 * @param number which of the item's spans it is, from 1
	 * @param edition counts up with what is published, as programs expect of a sequence
	 */
	void add(PlanLine line, int number, PlanSpan span, String details, Instant published, int edition) {
		VEvent event = new VEvent(false);
		event.add(new Uid("plan-item-" + line.itemId() + "-" + number + "@" + URI.create(this.url).getHost()));
		event.add(new DtStamp(published));
		event.add(new DtStart<>(span.from()));
		event.add(new DtEnd<>(span.to().plusDays(1)));
		event.add(new Summary(PlanText.first(line.content(), MAX_SUMMARY)));
		event.add(new Description(details));
		event.add(new Url(URI.create(this.url + "/plan/items/" + line.itemId())));
		event.add(new Sequence(edition));
		event.add(ImmutableTransp.TRANSPARENT);
		this.calendar.add(event);
	}

	String write() {
		StringWriter out = new StringWriter();
		try {
			new CalendarOutputter(false, Integer.MAX_VALUE).output(this.calendar, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return folded(out.toString());
	}

	/**
	 * Breaks long lines by octets and never within a character; the library counts
	 * characters.
	 */
	static String folded(String text) {
		StringBuilder folded = new StringBuilder(text.length() + text.length() / MAX_OCTETS);
		for (String line : text.split("\r\n")) {
			int octets = 0;
			for (int i = 0; i < line.length();) {
				String character = Character.toString(line.codePointAt(i));
				int more = character.getBytes(StandardCharsets.UTF_8).length;
				if (octets + more > MAX_OCTETS) {
					folded.append("\r\n ");
					octets = 1;
				}
				folded.append(character);
				octets += more;
				i += character.length();
			}
			folded.append("\r\n");
		}
		return folded.toString();
	}

}
