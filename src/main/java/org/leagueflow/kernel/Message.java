package org.leagueflow.kernel;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * A sentence for people, by key, so that each reader gets it in the own language.
 *
 * @param key the key in {@code i18n/*.properties}
 * @param args what fills {@code {0}}, {@code {1}} …; strings, numbers and dates only
 */
public record Message(String key, List<Object> args) implements Serializable {

	public static Message of(String key, Object... args) {
		return new Message(key, Arrays.asList(args));
	}

}
