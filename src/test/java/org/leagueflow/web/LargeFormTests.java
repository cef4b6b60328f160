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

	/**
	 * Nobody is signed in: what has been read as far as that is 403, whatever its name.
	 */
	@ParameterizedTest
	@CsvSource({ "章, 140, 403", "章, 255, 403", "𬭩, 255, 403", "章, 9000, 422" })
	void aFileWithALongNameIsNotCalledTooLarge(String sign, int length, int status) throws Exception {
		String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + sign.repeat(length)
				+ ".pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--b--\r\n";
		HttpResponse<String> answer = post("multipart/form-data; boundary=b", body);
		assertThat(answer.statusCode()).isEqualTo(status);
		if (status == 422) {
			assertThat(answer.body()).contains("文件名太长").doesNotContain("20 MB");
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
