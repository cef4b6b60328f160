package org.leagueflow.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** The secret of an installation: given, or made for practice, and never guessed. */
class ServerKeyTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "c2hvcnQ=", "not base64 at all!" })
	void theMysqlProfileDoesNotStartWithoutAUsableKey(String key) {
		MockEnvironment environment = new MockEnvironment().withProperty("leagueflow.crypto.key", key);
		environment.setActiveProfiles("mysql");
		assertThatThrownBy(() -> new ServerKey(environment)).isInstanceOf(ServerKey.Missing.class)
			.hasMessageContaining("LEAGUEFLOW_CRYPTO_KEY")
			.hasMessageContaining("openssl rand -base64 32");
		assertThat(new ServerKeyAnalyzer().analyze(new ServerKey.Missing("x")).getDescription()).contains("身份证号");
	}

	@Test
	void anyProfileButPracticeAndTestNeedsAKey() {
		MockEnvironment environment = new MockEnvironment();
		environment.setActiveProfiles("production");
		assertThatThrownBy(() -> new ServerKey(environment)).isInstanceOf(ServerKey.Missing.class);
		environment.setActiveProfiles("mysql", "practice");
		assertThatThrownBy(() -> new ServerKey(environment)).isInstanceOf(ServerKey.Missing.class);
	}

	@Test
	void practiceMakesItsOwnKeyOnceAndKeepsIt(@TempDir Path folder) {
		Path file = folder.resolve("deeper/crypto.key");
		MockEnvironment environment = new MockEnvironment().withProperty("leagueflow.crypto.key-file", file.toString());
		environment.setActiveProfiles("practice");
		byte[] first = new ServerKey(environment).of("test");
		assertThat(file).exists();
		assertThat(Files.isReadable(file)).isTrue();
		assertThat(new ServerKey(environment).of("test")).isEqualTo(first).hasSize(32);
	}

	@Test
	void eachPurposeHasItsOwnKey() {
		ServerKey key = new ServerKey(new MockEnvironment().withProperty("leagueflow.crypto.key",
				"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
		assertThat(key.of("one")).hasSize(32).isNotEqualTo(key.of("two")).isEqualTo(key.of("one"));
	}

}
