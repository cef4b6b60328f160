package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.Wire;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** A node believes nobody but its proxy about where a request comes from. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
class ForwardedHeaderTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Forwarded|for=203.0.113.9;proto=https;host=evil.example",
			"X-Forwarded-Prefix|/evil", "X-Forwarded-Prefix|http://evil.example", "X-Forwarded-Host|evil.example",
			"X-Forwarded-Proto|https", "X-Forwarded-Ssl|on", "X-Forwarded-Port|1", "X-Forwarded-For|203.0.113.9",
			"X-Original-URL|/admin", "X-Rewrite-URL|/admin", "X-HTTP-Method-Override|DELETE" })
	void whatSomebodyOutsideSaysAboutAProxyChangesNothing(String name, String value) throws IOException {
		Wire.Answer plain = get("/inbox", Map.of());
		Wire.Answer forged = get("/inbox", Map.of(name, value));
		assertThat(forged.status()).isEqualTo(plain.status()).isEqualTo(302);
		assertThat(forged.all("Location")).isEqualTo(List.of("/login"));
		assertThat(forged.headers().toString()).doesNotContain("evil").doesNotContain("Secure");
		assertThat(get("/login", Map.of(name, value)).text()).doesNotContain("evil").contains("action=\"/login\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "localhost.evil.example", "evil.example:443", "203.0.113.9",
			"[2001:db8::1]", "evil.example@localhost", "localhost,evil.example" })
	void aRequestForAnotherHostIsRefused(String host) throws IOException {
		assertThat(get("/login", Map.of("Host", host)).status()).isEqualTo(400);
	}

	@Test
	void theMachineItselfIsAlwaysOne() throws IOException {
		for (String host : List.of("localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080")) {
			assertThat(get("/login", Map.of("Host", host)).status()).as(host).isEqualTo(200);
		}
	}

	private Wire.Answer get(String path, Map<String, String> headers) throws IOException {
		Map<String, String> all = new HashMap<>(headers);
		all.put("Accept", "text/html");
		try (Wire wire = new Wire(this.port)) {
			return wire.get(path, all);
		}
	}

}
