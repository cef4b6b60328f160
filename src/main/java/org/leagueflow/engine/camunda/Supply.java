package org.leagueflow.engine.camunda;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.leagueflow.kernel.CaseId;

/**
 * What an expression may find under a name, as far as the folder tells.
 *
 * @param kind what it is
 * @param values every value that it can have, or null when nobody can say
 * @param sure whether it is there at all times, never left empty
 */
record Supply(Kind kind, Set<Object> values, boolean sure) {

	static final Supply ANY = new Supply(Kind.ANY, null, false);

	/** What a value is to the engine's expressions. */
	enum Kind {

		TEXT, NUMBER, YES_NO, DATE, TIME_OF_DAY, LIST, MAP, CASE, NOTHING, ANY

	}

	static Supply of(Kind kind) {
		return new Supply(kind, null, false);
	}

	/** What a method of a binding gives. */
	static Supply of(Type type) {
		if (!(type instanceof Class<?> plain)) {
			return of(((java.lang.reflect.ParameterizedType) type).getRawType());
		}
		if (plain == void.class || plain == Void.class) {
			return of(Kind.NOTHING);
		}
		if (plain == boolean.class || plain == Boolean.class) {
			return new Supply(Kind.YES_NO, Set.of(true, false), plain.isPrimitive());
		}
		if (plain.isEnum()) {
			return new Supply(Kind.TEXT,
					new LinkedHashSet<>(Arrays.stream(plain.getEnumConstants())
						.map((constant) -> (Object) ((Enum<?>) constant).name())
						.toList()),
					false);
		}
		return of(kind(plain));
	}

	private static Kind kind(Class<?> type) {
		if (type == String.class) {
			return Kind.TEXT;
		}
		if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
			return Kind.NUMBER;
		}
		if (type == Instant.class || type == Date.class) {
			return Kind.DATE;
		}
		if (Collection.class.isAssignableFrom(type)) {
			return Kind.LIST;
		}
		if (type == CaseId.class) {
			return Kind.CASE;
		}
		return (Map.class.isAssignableFrom(type) || Temporal.class.isAssignableFrom(type)) ? Kind.MAP : Kind.ANY;
	}

	/** What it is when either of both may have set it. */
	Supply or(Supply other) {
		if (this.kind != other.kind) {
			return ANY;
		}
		Set<Object> both = null;
		if (this.values != null && other.values != null) {
			both = new LinkedHashSet<>(this.values);
			both.addAll(other.values);
		}
		return new Supply(this.kind, both, this.sure && other.sure);
	}

	/** Whether it may be this value; numbers that are written alike are the same. */
	boolean may(Object value) {
		return this.values == null || this.values.stream().anyMatch((one) -> same(one, value));
	}

	static boolean same(Object one, Object other) {
		BigDecimal number = number(one);
		BigDecimal otherNumber = number(other);
		if (number != null && otherNumber != null && (one instanceof Number || other instanceof Number)) {
			return number.compareTo(otherNumber) == 0;
		}
		return one.toString().equals(other.toString());
	}

	static BigDecimal number(Object value) {
		try {
			return new BigDecimal(value.toString().strip());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/** The values as people write them. */
	String list() {
		return String.join(", ", this.values.stream().map((value) -> "'" + value + "'").sorted().toList());
	}

}
