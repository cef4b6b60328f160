package org.leagueflow.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.leagueflow.kernel.Message;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a message in the reader's language; {@code @words} in templates. */
@Component("words")
public class Words {

	private static final Object[] NO_ARGUMENTS = {};

	private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2})?");

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
				: of(said.toString(), NO_ARGUMENTS);
	}

	public String of(String key, Object... args) {
		Object[] spoken = new Object[args.length];
		for (int i = 0; i < args.length; i++) {
			spoken[i] = speak(args[i]);
		}
		String said = this.messages.getMessage(key, spoken, null, LocaleContextHolder.getLocale());
		return (said != null) ? said : key;
	}

	/** The same in a given language: for letters, which nobody is reading yet. */
	public String in(Locale language, Message said) {
		LocaleContext before = LocaleContextHolder.getLocaleContext();
		LocaleContextHolder.setLocale(language);
		try {
			return of(said);
		}
		finally {
			LocaleContextHolder.setLocaleContext(before);
		}
	}

	private Object speak(Object arg) {
		if (arg instanceof Message) {
			return of(arg);
		}
		if (arg instanceof String text && DAY.matcher(text).matches()) {
			return day(text);
		}
		return (arg instanceof Temporal date) ? this.dates.day(date) : arg;
	}

	/** What was kept as text, because a sentence is kept with its key and words only. */
	private String day(String text) {
		try {
			return (text.length() == 10) ? this.dates.day(LocalDate.parse(text))
					: this.dates.moment(LocalDateTime.parse(text.replace(' ', 'T')));
		}
		catch (DateTimeParseException ex) {
			return text;
		}
	}

}
