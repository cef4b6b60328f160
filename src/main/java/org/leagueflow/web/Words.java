package org.leagueflow.web;

import java.time.temporal.Temporal;
import org.leagueflow.kernel.Message;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a message in the reader's language; {@code @words} in templates. */
@Component("words")
public class Words {

	private static final Object[] NOTHING = {};

	private final MessageSource messages;

	private final Dates dates;

	Words(MessageSource messages, Dates dates) {
		this.messages = messages;
		this.dates = dates;
	}

	/**
	 * The sentence for a {@link Message} or a key; what is neither, and an unknown key,
	 * speaks for itself, and nothing stays nothing.
	 */
	public String of(Object said) {
		if (said == null) {
			return "";
		}
		return (said instanceof Message message) ? of(message.key(), message.args().toArray())
				: of(said.toString(), NOTHING);
	}

	public String of(String key, Object... args) {
		Object[] spoken = new Object[args.length];
		for (int i = 0; i < args.length; i++) {
			spoken[i] = speak(args[i]);
		}
		String said = this.messages.getMessage(key, spoken, null, LocaleContextHolder.getLocale());
		return (said != null) ? said : key;
	}

	private Object speak(Object arg) {
		if (arg instanceof Message) {
			return of(arg);
		}
		return (arg instanceof Temporal date) ? this.dates.day(date) : arg;
	}

}
