package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** What is too long for a form gets an answer that says how long it may be. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("test")
class LargeFormTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "1, 403", "3, 413", "30, 413" })
	void aFormOverTwoMegabytesIsToldHowLongItMayBe(int megabytes, int status) throws Exception {
		HttpResponse<String> answer = post("application/x-www-form-urlencoded", "a=" + "x".repeat(megabytes << 20));
		assertThat(answer.statusCode()).isEqualTo(status);
		if (status == 413) {
			assertThat(answer.body()).contains("填写的内容不超过 2 MB");
		}
	}

	private HttpResponse<String> post(String type, String body) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/notices/1"))
			.header("Content-Type", type)
			.POST(BodyPublishers.ofString(body))
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
	}

}
