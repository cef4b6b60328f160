package org.leagueflow.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The system says no, in one of five ways; the words name the rule, its source and what
 * would satisfy it. A person's no is data and never a refusal; anything else that goes
 * wrong is a bug.
 */
public abstract sealed class Refusal extends RuntimeException {

	private final transient Message words;

	private Refusal(Message words) {
		this(words, "");
	}

	/** The detail is for logs and tests; people read the words. */
	private Refusal(Message words, Object detail) {
		super(words.key() + words.args() + detail, null, false, true);
		this.words = words;
	}

	/** What to tell the person. */
	public Message words() {
		return this.words;
	}

	/** There is no such thing, or none that this person may know of: 404. */
	public static final class NotFound extends Refusal {

		public NotFound(String key, Object... args) {
			super(Message.of(key, args));
		}

	}

	/** The person may not do this: 403. */
	public static final class NotAllowed extends Refusal {

		public NotAllowed(String key, Object... args) {
			super(Message.of(key, args));
		}

	}

	/** Somebody was faster, or the state does not allow it any more: 409. */
	public static final class Conflict extends Refusal {

		public Conflict(String key, Object... args) {
			super(Message.of(key, args));
		}

	}

	/**
	 * What it takes is not within reach of this node just now; asking again helps: 503.
	 */
	public static final class Unavailable extends Refusal {

		public Unavailable(String key, Object... args) {
			super(Message.of(key, args));
		}

	}

	/** What was entered breaks a rule: 422, with a message per field. */
	public static final class Invalid extends Refusal {

		private final transient Map<String, Message> fields;

		/** Invalid as a whole rather than in one field. */
		public Invalid(String key, Object... args) {
			super(Message.of(key, args));
			this.fields = Map.of();
		}

		/** Invalid in these fields; the order of the map is the order on the page. */
		public Invalid(Map<String, Message> fields) {
			super(Message.of("refusal.invalid", fields.size()), fields);
			this.fields = new LinkedHashMap<>(fields);
		}

		public static Invalid field(String field, String key, Object... args) {
			return new Invalid(Map.of(field, Message.of(key, args)));
		}

		public Map<String, Message> fields() {
			return this.fields;
		}

	}

}
