package org.leagueflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.ActsAs;
import org.leagueflow.web.MenuEntry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;

/** What a browser fetches for its first page, in bytes as they go over the line. */
@StoryTest
class PageWeightTests {

	/** Of a task's page with all that it needs to show, on an empty cache. */
	private static final int MAX_BYTES = 250_000;

	private static final Pattern FETCHED = Pattern
		.compile("<(?:script|img)[^>]* src=\"([^\"]+)\"|<link[^>]* href=\"([^\"]+)\"");

	private static final Pattern IN_STYLES = Pattern.compile("url\\(['\"]?(?!['\"]?data:)([^)'\"]+)");

	private static final Pattern ICON = Pattern.compile("\\bbi-([a-z0-9-]*[a-z0-9])");

	@Autowired
	MockMvc mvc;

	@Autowired
	InboxStory story;

	@Autowired
	List<MenuEntry> menu;

	/** Browsers speak {@code br} over HTTPS only. */
	@ParameterizedTest
	@ValueSource(strings = { "gzip", "gzip, br" })
	void aTaskPageIsLight(String encodings) throws Exception {
		InboxStory.Place place = this.story.place();
		String task = this.story.task(this.story.started(place));
		MockHttpServletResponse page = fetch("/inbox/" + task, encodings, place.secretary());
		Map<String, Integer> bytes = new LinkedHashMap<>();
		bytes.put("the page", weight(page));
		String html = page.getContentAsString(StandardCharsets.UTF_8);
		assertThat(html).as("the page has a form and a diagram").contains("data-form-schema", "data-diagram=");
		for (String file : FETCHED.matcher(html).results().map(PageWeightTests::group).distinct().toList()) {
			MockHttpServletResponse content = fetch(file, encodings, place.secretary());
			bytes.put(file, weight(content));
			if (file.endsWith(".css")) {
				assertThat(IN_STYLES.matcher(content.getContentAsString(StandardCharsets.UTF_8)).results())
					.as("what %s fetches is not counted", file)
					.isEmpty();
			}
		}
		assertThat(bytes.keySet()).as("forms are shown by form-js, diagrams only when they are looked at")
			.anyMatch((file) -> file.contains("form-viewer"))
			.noneMatch((file) -> file.contains("bpmn-navigated-viewer"));
		assertThat(bytes.values().stream().mapToInt(Integer::intValue).sum()).as("%s: %s", encodings, bytes)
			.isLessThanOrEqualTo(MAX_BYTES);
	}

	/** Only icons that a page or a menu names are built into the style sheet. */
	@Test
	void everyIconThatIsNamedIsThere() throws IOException {
		Set<String> named = new TreeSet<>();
		for (String folder : List.of("src/main/resources/templates", "src/main/resources/static/js")) {
			try (Stream<Path> files = Files.walk(Path.of(folder))) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					ICON.matcher(Files.readString(file)).results().map((found) -> found.group(1)).forEach(named::add);
				}
			}
		}
		this.menu.forEach((entry) -> named.add(entry.icon()));
		String styles = Files.readString(Path.of("target/classes/static/vendor/bootstrap-icons/icons.css"));
		assertThat(named).hasSizeGreaterThan(40)
			.allSatisfy((icon) -> assertThat(styles).contains(".bi-" + icon + "::before"));
	}

	private MockHttpServletResponse fetch(String path, String encodings, Actor by) throws Exception {
		ActsAs principal = () -> by;
		return this.mvc
			.perform(get(path).header("Accept-Encoding", encodings)
				.with(authentication(new TestingAuthenticationToken(principal, "", List.of()))))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse();
	}

	/** The server compresses what the build did not. */
	private static int weight(MockHttpServletResponse response) throws IOException {
		byte[] content = response.getContentAsByteArray();
		if (response.getHeader("Content-Encoding") != null) {
			return content.length;
		}
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
			out.write(content);
		}
		return compressed.size();
	}

	private static String group(MatchResult found) {
		return Stream.of(found.group(1), found.group(2)).filter((path) -> path != null).collect(Collectors.joining());
	}

}
