package org.leagueflow.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.kernel.ServerKey;
import org.springframework.mock.env.MockEnvironment;

/** What an ID number says, how it is kept and how it is shown. */
class IdNumberTests {

	private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

	/** The first two are the standard's own examples; the rest name region 99. */
	@ParameterizedTest
	@ValueSource(strings = { "11010519491231002X", "440524188001010014", "990100200606027808", "99010020050518840X",
			" 99010020050518840x " })
	void theCheckCharacterFollowsTheStandard(String text) {
		assertThat(IdNumber.of(text).checksumHolds()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "110105194912310021", "990100200606027809", "990100200606072808", "99010020060602780",
			"9901002006060278088", "99010020060602780A", "", "X90100200606027808" })
	void aMistypedNumberDoesNotPass(String text) {
		assertThat(IdNumber.of(text).checksumHolds()).isFalse();
	}

	@Test
	void everySingleWrongDigitIsNoticed() {
		String good = "990100200606027808";
		for (int i = 0; i < 17; i++) {
			for (char digit = '0'; digit <= '9'; digit++) {
				String other = good.substring(0, i) + digit + good.substring(i + 1);
				assertThat(IdNumber.of(other).checksumHolds()).isEqualTo(other.equals(good));
			}
		}
	}

	@Test
	void theBirthdayInsideMustExist() {
		assertThat(IdNumber.of("990100200402290000").birthDate()).contains(LocalDate.of(2004, 2, 29));
		assertThat(IdNumber.of("990100200502290000").birthDate()).isEmpty();
		assertThat(IdNumber.of("990100200513010000").birthDate()).isEmpty();
		assertThat(IdNumber.of("no number").birthDate()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "11,true", "65,true", "71,true", "82,true", "99,false", "00,false", "16,false" })
	void onlyRegionsInUseArePlausible(String region, boolean inUse) {
		assertThat(IdNumber.of(region + "0100200606027808").regionInUse()).isEqualTo(inUse);
	}

	@Test
	void theSeventeenthDigitTellsTheSex() {
		assertThat(IdNumber.of("990100200606027808").sex()).isEqualTo("F");
		assertThat(IdNumber.of("990100200603242959").sex()).isEqualTo("M");
	}

	@Test
	void theMaskShowsFourCharactersAtEachEnd() {
		assertThat(IdNumber.of("110105194912311234").masked()).isEqualTo("1101**********1234");
		assertThat(IdNumber.of("123456").masked()).isEqualTo("******");
		assertThat(IdNumber.of("110105194912311234")).hasToString("1101**********1234");
	}

	@Test
	void sealingTwiceGivesDifferentTextsThatOpenToTheSame() {
		IdNumberVault vault = vault(KEY);
		String one = vault.seal("990100200606027808");
		String two = vault.seal("990100200606027808");
		assertThat(one).isNotEqualTo(two).doesNotContain("990100");
		assertThat(vault.open(one)).isEqualTo(vault.open(two)).isEqualTo("990100200606027808");
	}

	@Test
	void aTamperedOrForeignSealIsRefusedInWords() {
		IdNumberVault vault = vault(KEY);
		String sealed = vault.seal("990100200606027808");
		char last = sealed.charAt(sealed.length() - 5);
		String tampered = sealed.substring(0, sealed.length() - 5) + ((last == 'A') ? 'B' : 'A')
				+ sealed.substring(sealed.length() - 4);
		assertThatThrownBy(() -> vault.open(tampered)).isInstanceOf(Refusal.Conflict.class);
		byte[] other = new byte[32];
		other[0] = 1;
		assertThatThrownBy(() -> vault(Base64.getEncoder().encodeToString(other)).open(sealed))
			.isInstanceOf(Refusal.Conflict.class);
		for (String broken : new String[] { "", "1:", "2:", "3:abc", "1:not base64 !", sealed.substring(0, 25) }) {
			assertThat(vault.opens(broken)).as(broken).isFalse();
		}
	}

	@Test
	void aSealNamesItsKey() {
		ServerKey key = new ServerKey(new MockEnvironment().withProperty("leagueflow.crypto.key", KEY));
		assertThat(vault(KEY).seal("990100200606027808")).startsWith("2:" + key.id() + ":");
		assertThat(key.id()).hasSize(16).isNotEqualTo(KEY.substring(0, 16));
	}

	@Test
	void theHashIsTheSameForTheSameNumberAndKeyOnly() {
		byte[] other = new byte[32];
		other[31] = 1;
		assertThat(vault(KEY).hash("990100200606027808")).isEqualTo(vault(KEY).hash("990100200606027808"))
			.hasSize(64)
			.isNotEqualTo(vault(KEY).hash("990100200603242959"))
			.isNotEqualTo(vault(Base64.getEncoder().encodeToString(other)).hash("990100200606027808"));
	}

	/** Rows sealed by an earlier edition stay readable and can be found. */
	@Test
	void whatWasSealedBeforeIsOpenedAndFound() {
		IdNumberVault vault = vault("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
		assertThat(vault.open("1:AQIDBAUGBwgJCgsMWrGDy6sX9VEAixEQ0li3gH3mgz2huVURqQ8jSvzyRycApw=="))
			.isEqualTo("990000200001010008");
		assertThat(vault.hash("990000200001010008"))
			.isEqualTo("d8a5c1af4ff7c48bde3150c52c42214fa4ba6c37359833938ac107883edd6d96");
	}

	private static IdNumberVault vault(String key) {
		return new IdNumberVault(new ServerKey(new MockEnvironment().withProperty("leagueflow.crypto.key", key)));
	}

}
