package org.leagueflow.forms;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.leagueflow.kernel.Message;

/**
 * A fault of a form file, told to whoever draws forms.
 *
 * @param where the form's id and the component, {@code activity-start: scale}
 * @param kind what is wrong: {@code fault.schema.<kind>} says it, and what would be right
 * @param args what fills {@code {1}}, {@code {2}} … of the sentence; {@code {0}} is where
 * @param said what the reader of the language says, in its own English words, or null
 */
public record SchemaProblem(String where, String kind, List<String> args, String said) {

	static SchemaProblem of(String where, String kind, Object... args) {
		return new SchemaProblem(where, kind, Arrays.stream(args).map(String::valueOf).toList(), null);
	}

	SchemaProblem said(String words) {
		return new SchemaProblem(this.where, this.kind, this.args, words);
	}

	/** The sentence. */
	public Message what() {
		return Message.of("fault.schema." + this.kind,
				Stream.concat(Stream.of(this.where), this.args.stream()).toArray());
	}

}
