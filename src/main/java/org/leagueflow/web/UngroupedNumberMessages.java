package org.leagueflow.web;

import java.math.BigDecimal;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Formats numbers in messages without grouping: most are numbers of things and years, not
 * 2,026. A message that counts says {@code {0,number}}.
 */
class UngroupedNumberMessages extends ResourceBundleMessageSource {

	@Override
	protected MessageFormat createMessageFormat(String words, Locale locale) {
		MessageFormat format = super.createMessageFormat(words, locale);
		Format[] formats = format.getFormats();
		for (int i = 0; i < formats.length; i++) {
			if (formats[i] == null) {
				format.setFormat(i, new Plain());
			}
		}
		return format;
	}

	/** Whatever it is, as it is. */
	private static final class Plain extends Format {

		private static final long serialVersionUID = 1L;

		@Override
		public StringBuffer format(Object said, StringBuffer into, FieldPosition position) {
			return into.append((said instanceof Double number)
					? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString() : said);
		}

		@Override
		public Object parseObject(String source, ParsePosition position) {
			throw new UnsupportedOperationException("Sentences are only said");
		}

	}

}
