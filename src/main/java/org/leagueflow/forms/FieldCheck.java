package org.leagueflow.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Message;
import org.leagueflow.kernel.Readable;

/**
 * Checks one answer at a time against what its field demands; returns the value that
 * counts, or null when there is none or it was refused.
 */
class FieldCheck {

	/** Text without a maximum of its own may be this long, in characters. */
	static final int MAX_TEXT = 10_000;

	private static final int MAX_CHOICES = 500;

	private static final Pattern EMAIL = Pattern.compile("^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@"
			+ "[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$");

	private static final Pattern PHONE = Pattern.compile("^(\\+|00)[1-9][0-9]{6,20}$");

	private static final Pattern NUMBER = Pattern.compile("^[+-]?[0-9]{1,15}(\\.[0-9]{1,10})?$");

	private final Map<String, Object> names;

	private final Feel feel;

	private final DateCheck dates;

	private final Map<String, Message> faults;

	FieldCheck(Map<String, Object> names, Feel feel, BusinessClock clock, Map<String, Message> faults) {
		this.names = names;
		this.feel = feel;
		this.dates = new DateCheck(clock);
		this.faults = faults;
	}

	Object value(FormField field, Object raw) {
		if (missing(field, raw)) {
			return field.required() ? refuse(field, "required") : empty(field);
		}
		return switch (field.type()) {
			case TEXTFIELD, TEXTAREA -> text(field, raw);
			case NUMBER -> number(field, raw);
			case CHECKBOX -> (raw instanceof Boolean) ? raw : refuse(field, "checkbox");
			case RADIO, SELECT -> choice(field, raw, new Options(this.feel, this.names).of(field).keySet());
			case CHECKLIST, TAGLIST -> choices(field, raw);
			case DATETIME -> date(field, raw);
			case FILEPICKER -> files(field, raw);
			default -> null;
		};
	}

	/** A box that nobody ticked is a no; everything else without an answer is nothing. */
	private static Object empty(FormField field) {
		return (field.type() == FieldType.CHECKBOX) ? Boolean.FALSE : null;
	}

	private static boolean missing(FormField field, Object raw) {
		return raw == null || raw.equals("") || (raw instanceof Collection<?> many && many.isEmpty())
				|| (field.required() && (raw.equals(Boolean.FALSE) || (raw instanceof String text && text.isBlank())));
	}

	private Object text(FormField field, Object raw) {
		if (!(raw instanceof String text)) {
			return refuse(field, "text");
		}
		if (!Readable.is(text)) {
			return refuse(field, "unreadable");
		}
		String words = (field.type() == FieldType.TEXTFIELD) ? text.replaceAll("[\\r\\n\\t]+", " ") : text;
		return (fits(field, words) && matches(field, words)) ? words : null;
	}

	private boolean fits(FormField field, String words) {
		String trimmed = words.strip();
		int length = Characters.count(trimmed);
		BigDecimal least = limit(field, "minLength");
		BigDecimal most = limit(field, "maxLength");
		int longest = (most != null) ? most.intValue() : MAX_TEXT;
		if (least != null && length < least.intValue()) {
			refuse(field, "min-length", least.intValue(), length);
			return false;
		}
		if (length > longest || words.length() > 4 * longest + 100) {
			refuse(field, "max-length", longest, length);
			return false;
		}
		return true;
	}

	private boolean matches(FormField field, String words) {
		String pattern = field.rule("pattern").asText("");
		if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(words).find()) {
			String said = field.rule("patternErrorMessage").asText("");
			this.faults.put(field.key(),
					said.isEmpty() ? Message.of("refusal.forms.pattern") : Message.of("refusal.forms.said", said));
			return false;
		}
		return switch (field.rule("validationType").asText("")) {
			case "email" -> EMAIL.matches(words) || refuse(field, "email") != null;
			case "phone" -> PHONE.matches(words) || refuse(field, "phone") != null;
			default -> true;
		};
	}

	private Object number(FormField field, Object raw) {
		if (!(raw instanceof Number || raw instanceof String) || !NUMBER.matches(plain(raw))) {
			return refuse(field, "number");
		}
		BigDecimal number = new BigDecimal(plain(raw));
		return (whole(field, number) && steps(field, number) && inRange(field, number)) ? normal(field, number) : null;
	}

	private static String plain(Object raw) {
		if (raw instanceof Double || raw instanceof Float) {
			double number = ((Number) raw).doubleValue();
			return (Double.isFinite(number) && Math.abs(number) < 1e15)
					? new BigDecimal(raw.toString()).stripTrailingZeros().toPlainString() : "";
		}
		return raw.toString().strip();
	}

	private boolean whole(FormField field, BigDecimal number) {
		JsonNode digits = field.definition().path("decimalDigits");
		if (digits.isNumber() && number.stripTrailingZeros().scale() > digits.asInt()) {
			refuse(field, (digits.asInt() == 0) ? "integer" : "digits", digits.asInt());
			return false;
		}
		return true;
	}

	private boolean steps(FormField field, BigDecimal number) {
		String step = field.text("increment");
		if (NUMBER.matches(step) && new BigDecimal(step).signum() != 0
				&& number.remainder(new BigDecimal(step)).signum() != 0) {
			refuse(field, "increment", step);
			return false;
		}
		return true;
	}

	private boolean inRange(FormField field, BigDecimal number) {
		BigDecimal least = limit(field, "min");
		BigDecimal most = limit(field, "max");
		if (least != null && number.compareTo(least) < 0) {
			refuse(field, "min", least.toPlainString());
			return false;
		}
		if (most != null && number.compareTo(most) > 0) {
			refuse(field, "max", most.toPlainString());
			return false;
		}
		return true;
	}

	/**
	 * Whole numbers as Integer or Long, others as Double, which the engine can store; as
	 * text where the form asks for it.
	 */
	private static Object normal(FormField field, BigDecimal number) {
		BigDecimal bare = number.stripTrailingZeros();
		if (field.definition().path("serializeToString").asBoolean()) {
			return bare.toPlainString();
		}
		if (bare.scale() > 0) {
			return bare.doubleValue();
		}
		long whole = bare.longValueExact();
		return (whole == (int) whole) ? (Object) (int) whole : (Object) whole;
	}

	/** A limit as the schema gives it, by number or by FEEL; null when there is none. */
	private BigDecimal limit(FormField field, String name) {
		JsonNode rule = field.rule(name);
		Object limit = rule.asText("").startsWith("=") ? this.feel.evaluate(rule.asText(), this.names)
				: rule.asText(null);
		return (limit != null && NUMBER.matches(plain(limit))) ? new BigDecimal(plain(limit)) : null;
	}

	private Object choice(FormField field, Object raw, Set<Object> options) {
		return options.contains(Options.same(raw)) ? raw : refuse(field, "option");
	}

	private Object choices(FormField field, Object raw) {
		if (!(raw instanceof Collection<?> many) || many.size() > MAX_CHOICES) {
			return refuse(field, "options");
		}
		Set<Object> options = new Options(this.feel, this.names).of(field).keySet();
		boolean all = many.stream().allMatch((one) -> one != null && options.contains(Options.same(one)));
		return all ? List.copyOf(new LinkedHashSet<>(many)) : refuse(field, "option");
	}

	private Object date(FormField field, Object raw) {
		Optional<Message> fault = this.dates.fault(field, raw);
		fault.ifPresent((words) -> this.faults.put(field.key(), words));
		return fault.isEmpty() ? raw : null;
	}

	private Object files(FormField field, Object raw) {
		Collection<?> ids = (raw instanceof Collection<?> many) ? many : List.of(raw);
		if (ids.size() > 20 || !ids.stream().allMatch((one) -> String.valueOf(one).matches("[1-9][0-9]{0,17}"))) {
			return refuse(field, "files");
		}
		if (ids.size() > 1 && !field.definition().path("multiple").asBoolean()) {
			return refuse(field, "one-file");
		}
		return ids.stream().map((one) -> Long.valueOf(one.toString())).distinct().toList();
	}

	private Object refuse(FormField field, String what, Object... args) {
		this.faults.put(field.key(), Message.of("refusal.forms." + what, args));
		return null;
	}

}
