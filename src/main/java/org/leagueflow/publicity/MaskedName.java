package org.leagueflow.publicity;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.leagueflow.kernel.Characters;

/**
 * Names as a public page shows them: 张三 as 张*, 张小三 as 张*三, 欧阳修 as 欧阳*. What stands in
 * brackets behind a name, such as the class, stays: 张三（某班） as 张*（某班）.
 */
final class MaskedName {

	private static final Set<String> TWO_CHARACTER_SURNAMES = Set.of("欧阳", "司马", "上官", "诸葛", "司徒", "东方", "独孤", "南宫",
			"夏侯", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "轩辕", "澹台", "申屠", "太史", "端木", "呼延", "钟离", "淳于", "公冶", "宗政",
			"濮阳", "仲孙", "闾丘", "司空", "百里", "东郭", "南门", "西门", "第五", "拓跋", "完颜", "纳兰");

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
		int surname = (length > 2 && TWO_CHARACTER_SURNAMES.contains(new String(characters, 0, 2))) ? 2 : 1;
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
