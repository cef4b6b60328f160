package org.leagueflow.publicity;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Characters;
import org.leagueflow.kernel.Surnames;

/**
 * Names as a public page shows them: 张三 as 张*, 张小三 as 张*三, 欧阳修 as 欧阳*. What stands in
 * brackets behind a name, such as the class, stays: 张三（某班） as 张*（某班）.
 */
final class MaskedName {

	private MaskedName() {
	}

	static String of(String name) {
		String plain = name.strip();
		int beside = plain.indexOf('（');
		if (beside > 0) {
			return of(plain.substring(0, beside)) + plain.substring(beside);
		}
		if (plain.contains("·")) {
			return Arrays.stream(plain.split("·")).map(MaskedName::firstOnly).collect(Collectors.joining("·"));
		}
		if (!plain.isEmpty() && Character.UnicodeScript.of(plain.codePointAt(0)) != Character.UnicodeScript.HAN) {
			return firstOnly(plain);
		}
		return chinese(plain.codePoints().toArray());
	}

	private static String chinese(int[] characters) {
		int length = characters.length;
		int surname = (length > 2 && Surnames.compound(new String(characters, 0, 2))) ? 2 : 1;
		if (length <= surname) {
			return "*";
		}
		String given = (length - surname > 1) ? new String(characters, length - 1, 1) : "";
		return new String(characters, 0, surname) + "*".repeat(Math.max(1, length - surname - 1)) + given;
	}

	private static String firstOnly(String part) {
		return part.isEmpty() ? "*" : Characters.first(part, 1) + "*";
	}

}
