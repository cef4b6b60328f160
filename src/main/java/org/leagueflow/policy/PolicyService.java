package org.leagueflow.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Post;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.Roles;
import org.leagueflow.people.Offices;
import org.leagueflow.people.People.UnitCard;
import org.leagueflow.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers which value holds, and lets committees set their own. */
@Service
class PolicyService implements Policies {

	private final ShippedRules book;

	private final Settings settings;

	private final SettingValues values;

	private final People people;

	private final Offices offices;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	PolicyService(ShippedRules book, Settings settings, SettingValues values, People people, Offices offices,
			AuditLog auditLog, BusinessClock clock) {
		this.book = book;
		this.settings = settings;
		this.values = values;
		this.people = people;
		this.offices = offices;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	@Override
	public int number(String key, String unitPath) {
		Rule rule = this.book.rule(key);
		if (!rule.kind().number()) {
			throw new IllegalArgumentException("Rule '" + key + "' is no number");
		}
		return Integer.parseInt(effective(rule, unitPath));
	}

	@Override
	public boolean flag(String key, String unitPath) {
		Rule rule = this.book.rule(key);
		if (rule.kind() != Rule.Kind.FLAG) {
			throw new IllegalArgumentException("Rule '" + key + "' is no flag");
		}
		return Boolean.parseBoolean(effective(rule, unitPath));
	}

	private String effective(Rule rule, String unitPath) {
		List<Long> path = EffectiveSetting.units(unitPath);
		if (!rule.open() || path.isEmpty()) {
			return rule.value();
		}
		return EffectiveSetting.of(rule, path, this.values.of(rule.key(), path)).value();
	}

	@Override
	public String text(String key) {
		return this.book.rule(key).value();
	}

	@Override
	public Rule rule(String key) {
		return this.book.rule(key);
	}

	@Override
	public PolicyTable sheet(Collection<String> keys) {
		return new PolicyTable(keys.stream().collect(Collectors.toMap(Function.identity(), this.book::rule)),
				this.settings.findByRuleKeyIn(keys));
	}

	@Override
	public List<Rule> rules() {
		return this.book.all();
	}

	/** Every rule as it stands for the unit. */
	@Transactional(readOnly = true)
	public List<PolicyLine> lines(long unitId, Actor by) {
		UnitCard unit = editable(unitId, by);
		List<Long> path = EffectiveSetting.units(unit.path());
		List<Setting> found = this.settings.findByUnitIdIn(path);
		Map<Long, UnitCard> units = this.people.lineage(unitId)
			.stream()
			.collect(Collectors.toMap(UnitCard::id, Function.identity()));
		return this.book.all().stream().map((rule) -> line(rule, unitId, path, found, units)).toList();
	}

	private static PolicyLine line(Rule rule, long unitId, List<Long> path, List<Setting> found,
			Map<Long, UnitCard> units) {
		EffectiveSetting effective = EffectiveSetting.of(rule, path, found);
		Setting own = found.stream()
			.filter((setting) -> setting.unitId() == unitId && setting.key().equals(rule.key()))
			.findFirst()
			.orElse(null);
		UnitCard from = (effective.unitId() != null) ? units.get(effective.unitId()) : null;
		return new PolicyLine(rule, own, effective.value(), from);
	}

	/** The units whose rules this person may set, branches and groups left out. */
	@Transactional(readOnly = true)
	public List<UnitCard> units(Actor by) {
		return by.posts()
			.stream()
			.filter((post) -> Offices.COMMITTEES.contains(post.role()) || post.role().equals(Roles.ADMIN))
			.map((post) -> post.role().equals(Roles.ADMIN) ? root(post.unitId()) : post.unitId())
			.distinct()
			.flatMap((unit) -> this.people.within(unit).stream())
			.filter((unit) -> unit.kind().leadsBranches())
			.distinct()
			.toList();
	}

	private long root(long unitId) {
		List<UnitCard> lineage = this.people.lineage(unitId);
		return lineage.get(lineage.size() - 1).id();
	}

	/**
	 * Sets a rule for a unit.
	 * @throws Refusal.Invalid when the rule is fixed, the value is none, or it is looser
	 * than what holds above
	 */
	@Transactional
	public void set(long unitId, String key, String value, Actor by) {
		UnitCard unit = editable(unitId, by);
		Rule rule = known(key);
		String entered = (value != null) ? value.strip() : "";
		refusal(rule, entered, unit).ifPresent((why) -> {
			throw new Refusal.Invalid(Map.of("value", why));
		});
		put(unitId, key, entered, by);
	}

	/** Takes the unit's own setting away, so that what holds above holds here. */
	@Transactional
	public void clear(long unitId, String key, Actor by) {
		editable(unitId, by);
		put(unitId, known(key).key(), "", by);
	}

	/**
	 * Saves all that changed on the page of a unit at once, or nothing.
	 * @param entered what stands in the fields, by rule; blank lets what holds above hold
	 * here
	 * @param shown what stood in them when the page was made: a field that was left alone
	 * does not undo what somebody else set meanwhile
	 * @return the rules that changed
	 * @throws Refusal.Invalid with a message for each rule whose value is refused
	 */
	@Transactional
	public List<String> save(long unitId, Map<String, String> entered, Map<String, String> shown, Actor by) {
		UnitCard unit = editable(unitId, by);
		Map<String, Message> wrong = new LinkedHashMap<>();
		Map<String, String> changed = new LinkedHashMap<>();
		entered.forEach((key, value) -> {
			String wanted = (value != null) ? value.strip() : "";
			if (!wanted.equals(shown.getOrDefault(key, "").strip())) {
				changed.put(known(key).key(), wanted);
			}
		});
		changed.forEach((key, value) -> {
			if (!value.isEmpty() || !known(key).open()) {
				refusal(known(key), value, unit).ifPresent((why) -> wrong.put(key, why));
			}
		});
		if (!wrong.isEmpty()) {
			throw new Refusal.Invalid(wrong);
		}
		return changed.entrySet()
			.stream()
			.filter((change) -> put(unitId, change.getKey(), change.getValue(), by))
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * Puts a value, or takes it away where it is empty; whether that changed anything.
	 */
	private boolean put(long unitId, String key, String value, Actor by) {
		Setting own = this.settings.findByRuleKeyAndUnitId(key, unitId).orElse(null);
		String before = (own != null) ? own.value() : null;
		if (value.equals((before != null) ? before : "")) {
			return false;
		}
		if (own == null) {
			this.settings.save(new Setting(unitId, key, value, by, this.clock.instant()));
		}
		else if (value.isEmpty()) {
			this.settings.delete(own);
		}
		else {
			own.set(value, by, this.clock.instant());
		}
		this.settings.flush(); // values are read by SQL
		this.auditLog.record(event(by, unitId, key, before, value.isEmpty() ? null : value));
		return true;
	}

	private static AuditEvent event(Actor by, long unitId, String key, String before, String after) {
		return AuditEvent.of(by, "policy.set", "policy:" + key)
			.in(unitId)
			.changed(before, after)
			.with(Map.of("rule", key, "from", (before != null) ? before : "", "to", (after != null) ? after : ""));
	}

	/** Why the unit may not have that value, or empty. */
	private Optional<Message> refusal(Rule rule, String value, UnitCard unit) {
		if (!rule.open()) {
			return Optional.of(Message.of("refusal.policy.fixed", rule.source()));
		}
		if (!rule.understands(value)) {
			return Optional.of(Message.of("refusal.policy.value." + rule.kind(), rule.most(), rule.least()));
		}
		String bound = bound(rule, unit);
		if (bound != null && rule.looser(value, bound)) {
			Object words = (rule.kind() == Rule.Kind.FREQUENCY) ? rule.frequency(bound) : bound;
			return Optional.of(Message.of("refusal.policy.looser." + rule.kind(), rule.source(), words));
		}
		return Optional.empty();
	}

	/** The loosest value that the unit may set, or null when it may set any. */
	private String bound(Rule rule, UnitCard unit) {
		List<Long> path = EffectiveSetting.units(unit.path()).stream().filter((id) -> id != unit.id()).toList();
		List<Setting> above = path.isEmpty() ? List.of() : this.values.of(rule.key(), path);
		boolean bound = rule.leeway().bound(unit.parentId() == null, !above.isEmpty());
		return bound ? EffectiveSetting.of(rule, path, above).value() : rule.floor();
	}

	private Rule known(String key) {
		if (key == null || !this.book.knows(key)) {
			throw new Refusal.NotFound("refusal.policy.unknown");
		}
		return this.book.rule(key);
	}

	/** An administrator sets the rules of the whole tree in which the post stands. */
	private static boolean administers(Post post, UnitCard unit) {
		return post.role().equals(Roles.ADMIN)
				&& EffectiveSetting.units(post.unitPath()).get(0).equals(EffectiveSetting.units(unit.path()).get(0));
	}

	private UnitCard editable(long unitId, Actor by) {
		UnitCard unit = this.people.unit(unitId);
		boolean may = by.posts().stream().anyMatch((post) -> administers(post, unit))
				|| this.offices.sitsOver(by, unit.path());
		if (!may) {
			throw new Refusal.NotAllowed("refusal.policy.unit", unit.name());
		}
		return unit;
	}

}
