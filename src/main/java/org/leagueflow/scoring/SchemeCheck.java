package org.leagueflow.scoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks for everything that is wrong with a scheme, before anything is scored by it. */
final class SchemeCheck {

	/** Deeper formulas cannot be read. */
	static final int MAX_DEPTH = 12;

	static final int MAX_PARTS = 200;

	static final int MAX_COMPONENTS = 60;

	private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

	private final ScoringScheme scheme;

	private final Map<String, ScoreComponent> components;

	private final Set<String> used = new HashSet<>();

	private final List<Fault> faults = new ArrayList<>();

	SchemeCheck(ScoringScheme scheme) {
		this.scheme = scheme;
		this.components = scheme.byKey();
	}

	List<Fault> faults() {
		components();
		if (!present(this.scheme.formula(), "formula")) {
			return this.faults;
		}
		if (!readable(this.scheme.formula())) {
			fault("formula", "size", MAX_DEPTH, MAX_PARTS);
			return this.faults;
		}
		single(this.scheme.formula(), "formula");
		this.components.values()
			.stream()
			.filter((component) -> component.key() != null && !this.used.contains(component.key()))
			.forEach((component) -> fault("components." + component.key(), "unused", component.name()));
		rounding(this.scheme.rounding(), "rounding");
		return this.faults;
	}

	private void components() {
		if (this.scheme.components().isEmpty()) {
			fault("components", "noComponents");
		}
		if (this.scheme.components().size() > MAX_COMPONENTS) {
			fault("components", "manyComponents", MAX_COMPONENTS);
		}
		Set<String> keys = new HashSet<>();
		Set<String> names = new HashSet<>();
		int number = 0;
		for (ScoreComponent component : this.scheme.components()) {
			component(component, "components[" + number + "]", keys, names);
			number++;
		}
	}

	private void component(ScoreComponent component, String path, Set<String> keys, Set<String> names) {
		if (component.key() == null || !KEY.matcher(component.key()).matches()) {
			fault(path, "key", component.key());
		}
		else if (!keys.add(component.key())) {
			fault(path, "twice", component.key());
		}
		if (component.name() == null || component.name().isBlank() || component.name().length() > 60) {
			fault(path, "name", component.key());
		}
		else if (!names.add(component.name().strip())) {
			fault(path, "twice", component.name());
		}
		if (component.source() == null) {
			fault(path, "source", component.name());
		}
		if (component.min() != null && component.max() != null && component.min().compareTo(component.max()) > 0) {
			fault(path, "bounds", component.min().text(), component.max().text());
		}
	}

	/** Level by level, so that no depth overtaxes it. */
	private static boolean readable(Formula formula) {
		List<Formula> level = List.of(formula);
		int size = 0;
		for (int depth = 1; !level.isEmpty(); depth++) {
			size += level.size();
			if (depth > MAX_DEPTH || size > MAX_PARTS) {
				return false;
			}
			level = level.stream().flatMap((part) -> part.parts().stream()).toList();
		}
		return true;
	}

	void fault(String path, String what, Object... args) {
		this.faults.add(Fault.at(path, "scoring.fault." + what, args));
	}

	/** Notes the component as used; whether it exists. */
	boolean component(String key, String path) {
		this.used.add(key);
		if (!this.components.containsKey(key)) {
			fault(path, "unknown", (key != null) ? key : "");
			return false;
		}
		return true;
	}

	ScoreComponent known(String key) {
		return this.components.get(key);
	}

	private boolean present(Object part, String path) {
		if (part == null) {
			fault(path, "absent");
		}
		return part != null;
	}

	/** Checks a part that has to yield one value. */
	void single(Formula part, String path) {
		if (present(part, path)) {
			part.check(this, path);
			if (part.many(this)) {
				fault(path, "many");
			}
		}
	}

	/** Checks a part that has to yield several values. */
	void several(Formula part, String path) {
		if (present(part, path)) {
			part.check(this, path);
			if (!part.many(this)) {
				fault(path, "single");
			}
		}
	}

	/** Checks a part that may yield either. */
	void either(Formula part, String path) {
		if (present(part, path)) {
			part.check(this, path);
		}
	}

	void rounding(RoundingRule rule, String path) {
		if (rule == null || rule.mode() == null) {
			fault(path, "rounding");
		}
		else if (rule.scale() < 0 || rule.scale() > RoundingRule.MAX_SCALE) {
			fault(path, "scale", RoundingRule.MAX_SCALE);
		}
	}

	void caps(Rational min, Rational max, String path) {
		if (min == null && max == null) {
			fault(path, "noCap");
		}
		else if (min != null && max != null && min.compareTo(max) > 0) {
			fault(path, "bounds", min.text(), max.text());
		}
	}

	boolean many(Formula part) {
		return part != null && part.many(this);
	}

	Interval interval(Formula part) {
		return (part != null) ? part.interval(this) : Interval.UNKNOWN;
	}

}
