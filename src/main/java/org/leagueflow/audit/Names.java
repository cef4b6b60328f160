package org.leagueflow.audit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The names that other modules give to the record's numbers. */
@Component
class Names {

	private final ObjectProvider<AuditNames> kinds;

	Names(ObjectProvider<AuditNames> kinds) {
		this.kinds = kinds;
	}

	/** Names for what these entries say about one thing each. */
	Map<Long, String> of(String kind, Collection<Entry> entries, Function<Entry, Long> number) {
		var numbers = entries.stream().map(number).filter(Objects::nonNull).distinct().toList();
		return numbers.isEmpty() ? Map.of()
				: kind(kind).findFirst().map((names) -> names.names(numbers)).orElse(Map.of());
	}

	/** The name of one, or its number where it has none. */
	String of(String kind, long number) {
		return kind(kind).findFirst()
			.map((names) -> names.names(List.of(number)).get(number))
			.orElse(Long.toString(number));
	}

	Map<Long, String> choice(String kind) {
		return kind(kind).findFirst().map(AuditNames::choice).orElse(Map.of());
	}

	/** The number that somebody typed as a number or as a name. */
	Optional<Long> number(String kind, String typed) {
		return typed.matches("\\d{1,18}") ? Optional.of(Long.valueOf(typed))
				: kind(kind).findFirst().flatMap((names) -> names.number(typed));
	}

	private Stream<AuditNames> kind(String kind) {
		return this.kinds.stream().filter((names) -> names.kind().equals(kind));
	}

}
