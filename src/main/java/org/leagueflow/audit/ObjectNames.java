package org.leagueflow.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leagueflow.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Looks up the names of the objects that audit entries refer to by number, from the beans
 * that other modules contribute.
 */
@Component
class ObjectNames {

	private final ObjectProvider<AuditNames> kinds;

	ObjectNames(ObjectProvider<AuditNames> kinds) {
		this.kinds = kinds;
	}

	/** Names all of these, and says where this reader may look at them. */
	Map<AuditObject, AuditObject> of(Collection<AuditObject> objects, Actor reader) {
		Map<AuditObject, AuditObject> named = new HashMap<>();
		objects.stream()
			.filter((object) -> object.number() != null)
			.distinct()
			.collect(Collectors.groupingBy(AuditObject::kind))
			.forEach((kind, some) -> kind(kind).findFirst().ifPresent((names) -> {
				Map<Long, String> called = names.names(some.stream().map(AuditObject::number).toList());
				some.stream()
					.filter((one) -> called.containsKey(one.number()))
					.forEach((one) -> named.put(one, new AuditObject(kind, one.number(), called.get(one.number()),
							names.path(one.number(), reader).orElse(null))));
			}));
		return named;
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
