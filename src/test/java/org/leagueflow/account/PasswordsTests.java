package org.leagueflow.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.kernel.Refusal;

/** Which passwords are refused, and why. */
class PasswordsTests {

	private static final List<String> OWN = Arrays.asList("zhangwei", "张伟", "20230117", null, "20050412", "13900001234",
			"x");

	@ParameterizedTest
	@ValueSource(strings = { "password123", "qwertyuiop1", "Password1234", "P@ssw0rd123", "1q2w3e4r5t", "woaini1314",
			"qwerty12345", "iloveyou123", "abcdefghij1", "Aa123456789", "ｐａｓｓｗｏｒｄ１２３", "leagueflow1", "gongqingtuan1",
			"1qaz2wsx3edc", "asdfghjkl1" })
	void aCommonPasswordIsRefused(String password) {
		assertThat(reason(password)).isEqualTo("refusal.people.password-common");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Kx-zhangwei-71", "ZHANGWEI-kx-9q", "张伟家有三棵木棉树-7", "m7-20230117-qz", "hk20050412xw",
			"qv-13900001234", "ｚｈａｎｇｗｅｉ-9qk" })
	void nameAndNumbersOfTheOwnerAreRefused(String password) {
		assertThat(reason(password)).isEqualTo("refusal.people.password-own");
	}

	@ParameterizedTest
	@CsvSource({ "王小明, wangxiaoming2008", "王小明, Xiaoming.Wang#77", "王小明, kq-WANG-XIAO-MING-5", "王小明, wáng xiǎo míng 3k",
			"王小明, ｗａｎｇｘｉａｏｍｉｎｇ88", "王小明, mingwangxiao-77q", "欧阳娜娜, nanaouyang-4417", "欧阳娜娜, ouyangnana-4417",
			"曾国华, zengguohua!2009", "吕绿, lvlv-77192026", "吕绿, lulu!!771926", "于一, yiyu20090511", "吕绿, lyulyu-7719-kqz",
			"陈伟, weichen-88-kq7", "阿依·古丽, ayiguli-2010-x" })
	void theOwnersNameInPinyinIsRefusedInEitherOrder(String name, String password) {
		assertThat(reason(password, List.of("u1001", name))).isEqualTo("refusal.people.password-own");
	}

	@ParameterizedTest
	@CsvSource({ "于一, kd8-yuyi-2vqz", "吕绿, lvlv-7719-kqz", "王小明, wang-kd8-2vqz-xu", "Li Ming, kd8-2vqz-plm4" })
	void aSyllableOfTheNameIsNoName(String name, String password) {
		assertThatCode(() -> Passwords.check("chosen", password, List.of("u1001", name))).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "short-1", "onlyletters", "1234567890", "aaaaaaaaa1", "" })
	void aPasswordWithoutEnoughInItIsRefused(String password) {
		assertThat(reason(password)).isEqualTo("refusal.people.password-weak");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Baise-Xinfeng-7", "mian tiao 3 ba yusan", "红水河边有三棵木棉树7", "kd8-2vqz-plm4" })
	void aGoodOneIsTaken(String password) {
		assertThatCode(() -> Passwords.check("chosen", password, OWN)).doesNotThrowAnyException();
	}

	@Test
	void theOneTimePasswordsAreGoodEnoughToo() {
		for (int i = 0; i < 20; i++) {
			String password = Passwords.oneTime();
			if (password.matches(".*\\d.*")) {
				assertThatCode(() -> Passwords.check("chosen", password, OWN)).doesNotThrowAnyException();
			}
		}
	}

	private static String reason(String password) {
		return reason(password, OWN);
	}

	private static String reason(String password, List<String> own) {
		Refusal.Invalid[] refused = new Refusal.Invalid[1];
		assertThatThrownBy(() -> Passwords.check("chosen", password, own)).as(password)
			.isInstanceOfSatisfying(Refusal.Invalid.class, (invalid) -> refused[0] = invalid);
		return refused[0].fields().get("chosen").key();
	}

}
