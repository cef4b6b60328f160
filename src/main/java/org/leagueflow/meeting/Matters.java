package org.leagueflow.meeting;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.leagueflow.engine.CalledMatters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The matters that processes declare; asked late, because these beans use the agenda. */
@Component
class Matters implements CalledMatters {

	private final ObjectProvider<DecisionMatter> declared;

	Matters(ObjectProvider<DecisionMatter> declared) {
		this.declared = declared;
	}

	@Override
	public String process() {
		return "resolution";
	}

	@Override
	public Collection<String> matters() {
		return this.declared.stream().map(DecisionMatter::name).toList();
	}

	Optional<DecisionMatter> find(String name) {
		return this.declared.stream().filter((matter) -> matter.name().equals(name)).findFirst();
	}

	/**
	 * The matter that asked; a case of another process may be decided by the same rule.
	 */
	Optional<DecisionMatter> asking(ItemDecided event) {
		return find(event.matter()).filter((matter) -> matter.name().startsWith(event.process() + "-"));
	}

	/**
	 * @throws IllegalStateException when no process declares it
	 */
	DecisionMatter named(String name) {
		return find(name).orElseThrow(() -> new IllegalStateException("No DecisionMatter bean is named " + name));
	}

	/** What the unit chose; nothing where no unit is asked about, number 0. */
	Map<String, ?> choices(String name, long unitId) {
		return (unitId == 0) ? Map.of()
				: find(name).<Map<String, ?>>map((matter) -> matter.choices(unitId)).orElse(Map.of());
	}

}
