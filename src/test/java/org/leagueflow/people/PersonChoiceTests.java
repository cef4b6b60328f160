package org.leagueflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leagueflow.kernel.Pinyin;

/** Names in pinyin order, the committee first, found by whatever people type. */
class PersonChoiceTests {

	@Test
	void theCommitteeComesFirstAndEachGroupIsInPinyinOrder() {
		List<PersonChoice> sorted = PersonChoice
			.sorted(Stream.of(one(1, "张三", false), one(2, "曾小贤", false), one(3, "李𬭩", true), one(4, "阿依古丽·买买提", false),
					one(5, "Bob Lee", false), one(6, "单雄信", true), one(7, "吕布", false), one(8, "张三", false)));
		assertThat(sorted).extracting(PersonChoice::id).containsExactly(3L, 6L, 4L, 5L, 7L, 2L, 1L, 8L);
	}

	@ParameterizedTest
	@CsvSource({ "曾小贤,zeng xiao xian", "单雄信,shan xiong xin", "欧阳娜娜,ou yang na na", "尉迟恭,yu chi gong", "吕布,lü bu",
			"Ann Lee,ann lee", "李𬭩,li weng" })
	void aSurnameIsReadAsASurname(String name, String reading) {
		assertThat(Pinyin.of(name)).isEqualTo(reading);
	}

	@ParameterizedTest
	@CsvSource({ "曾小贤,zxx", "曾小贤,zengxiao", "曾小贤,小贤", "吕布,lvbu", "吕布,lubu", "吕布,LB", "吕布,2023", "阿依古丽·买买提,aygl" })
	void aPersonIsFoundBy(String name, String typed) {
		assertThat(new PersonChoice(1, name, "20230001", false).matches(typed)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "曾小贤,xx", "吕布,ub", "吕布,0001" })
	void aPersonIsNotFoundInTheMiddleOfAWord(String name, String typed) {
		assertThat(new PersonChoice(1, name, "20230001", false).matches(typed)).isFalse();
	}

	private static PersonChoice one(long id, String name, boolean leading) {
		return new PersonChoice(id, name, null, leading);
	}

}
