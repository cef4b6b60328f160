package org.leagueflow.publicity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.web.Words;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The words of notices: those that come with the process, or a unit's own, which hold for
 * the notices of all units below it that have none. What was announced is never changed.
 */
@Service
@Transactional
class WordingService {

	/** So that the whole fits where notices are kept, with names and units in it. */
	private static final int MAX_LENGTH = 1000;

	/**
	 * How often one placeholder may stand in a text, so that what is filled in stays
	 * short.
	 */
	private static final int MAX_TIMES = 3;

	/** {@code {0}}, {@code {1}} …: what the process fills in. */
	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

	private final NoticeWordings wordings;

	private final NoticeMatters matters;

	private final Offices offices;

	private final People people;

	private final Words words;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	WordingService(NoticeWordings wordings, NoticeMatters matters, Offices offices, People people, Words words,
			AuditLog auditLog, BusinessClock clock) {
		this.wordings = wordings;
		this.matters = matters;
		this.offices = offices;
		this.people = people;
		this.words = words;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/** The text in the words that hold for the unit: those of the nearest unit above. */
	@Transactional(readOnly = true)
	String say(Message text, UnitCard unit) {
		Map<Long, UnitCard> above = this.people.lineage(unit.id())
			.stream()
			.collect(Collectors.toMap(UnitCard::id, Function.identity()));
		return this.wordings.findByUnitIdInAndTextKey(above.keySet(), text.key())
			.stream()
			.filter((own) -> fits(own.text(), text))
			.max(Comparator.comparing((own) -> above.get(own.unitId()).path().length()))
			.map((own) -> filled(own.text(), text))
			.orElseGet(() -> this.words.in(Locale.SIMPLIFIED_CHINESE, text));
	}

	/** A later version of the process may fill in less. */
	private static boolean fits(String own, Message text) {
		return PLACEHOLDER.matcher(own)
			.results()
			.allMatch((found) -> Integer.parseInt(found.group(1)) < text.args().size());
	}

	private String filled(String own, Message text) {
		return PLACEHOLDER.matcher(own)
			.replaceAll((found) -> Matcher.quoteReplacement(argument(text, Integer.parseInt(found.group(1)))));
	}

	private String argument(Message text, int number) {
		Object argument = text.args().get(number);
		return (argument instanceof Message words) ? this.words.in(Locale.SIMPLIFIED_CHINESE, words)
				: argument.toString();
	}

	/** What each unit that the reader leads says in each kind of notice. */
	@Transactional(readOnly = true)
	List<UnitWordings> of(Actor by) {
		List<UnitCard> units = led(by);
		Map<Long, Map<String, String>> own = this.wordings.findByUnitIdIn(units.stream().map(UnitCard::id).toList())
			.stream()
			.collect(Collectors.groupingBy(NoticeWording::unitId,
					Collectors.toMap(NoticeWording::textKey, NoticeWording::text)));
		return units.stream()
			.map((unit) -> new UnitWordings(unit,
					this.matters.matters()
						.stream()
						.sorted()
						.flatMap((matter) -> this.matters.of(matter)
							.texts()
							.stream()
							.map((key) -> new Wording(matter, key, pattern(key),
									own.getOrDefault(unit.id(), Map.of()).get(key))))
						.toList()))
			.toList();
	}

	private List<UnitCard> led(Actor by) {
		return by.posts()
			.stream()
			.filter((post) -> Offices.LEADING.contains(post.role()))
			.map(Post::unitId)
			.distinct()
			.map(this.people::unit)
			.toList();
	}

	/**
	 * Takes a unit's own words; empty ones give way to those that come with the notice.
	 * @throws Refusal.Invalid when a placeholder is missing, or one is not the process's
	 */
	void change(long unitId, String textKey, String text, Actor by) {
		UnitCard unit = led(by).stream()
			.filter((one) -> one.id() == unitId)
			.findFirst()
			.orElseThrow(() -> new Refusal.NotAllowed("refusal.publicity.wordingUnit"));
		if (this.matters.matters().stream().noneMatch((matter) -> this.matters.of(matter).texts().contains(textKey))) {
			throw new Refusal.NotFound("refusal.publicity.wordingText");
		}
		String own = (text != null) ? text.strip() : "";
		check(own, pattern(textKey));
		NoticeWording before = this.wordings.findByUnitIdAndTextKey(unitId, textKey).orElse(null);
		String said = (before != null) ? before.text() : null;
		if (own.isEmpty()) {
			if (before != null) {
				this.wordings.delete(before);
			}
		}
		else {
			keep((before != null) ? before : new NoticeWording(unitId, textKey), own, by);
		}
		this.auditLog.record(AuditEvent.of(by, "notice.worded", "unit:" + unitId)
			.in(unit.id())
			.changed(said, own.isEmpty() ? null : own));
	}

	private void keep(NoticeWording wording, String own, Actor by) {
		wording.change(own, by.personId(), this.clock.instant());
		try {
			this.wordings.saveAndFlush(wording);
		}
		catch (DataIntegrityViolationException ex) {
			// Two gave the unit its first own words at once.
			throw new Refusal.Conflict("refusal.publicity.wordingMeanwhile");
		}
	}

	private static void check(String own, String pattern) {
		if (Characters.count(own) > MAX_LENGTH) {
			throw Refusal.Invalid.field("text", "refusal.publicity.long", MAX_LENGTH);
		}
		if (own.isEmpty()) {
			return;
		}
		Map<String, Long> needed = placeholders(pattern);
		Map<String, Long> named = placeholders(own);
		boolean stray = PLACEHOLDER.matcher(own).replaceAll("").matches("(?s).*[{}].*");
		boolean often = named.values().stream().anyMatch((times) -> times > MAX_TIMES);
		if (stray || often || !named.keySet().equals(needed.keySet())) {
			throw Refusal.Invalid.field("text", "refusal.publicity.placeholders", String.join(" ", needed.keySet()),
					MAX_TIMES);
		}
	}

	/** Each with how often it stands there. */
	private static Map<String, Long> placeholders(String text) {
		return PLACEHOLDER.matcher(text)
			.results()
			.collect(Collectors.groupingBy(MatchResult::group, TreeMap::new, Collectors.counting()));
	}

	/** The words that come with it, as they stand before anything is filled in. */
	private String pattern(String key) {
		return this.words.in(Locale.SIMPLIFIED_CHINESE, Message.of(key));
	}

	/** A unit's words for each kind of notice. */
	record UnitWordings(UnitCard unit, List<Wording> wordings) {
	}

	/**
	 * One kind of notice.
	 *
	 * @param standard the words that come with it
	 * @param own the unit's, or null
	 */
	record Wording(String matter, String key, String standard, String own) {
	}

}
