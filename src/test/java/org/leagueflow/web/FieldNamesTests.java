package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A label names the one field that it points at. */
class FieldNamesTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Pattern ID = Pattern.compile("(?<![\\w:-])id=\"([^\"]+)\"");

	private static final Pattern FOR = Pattern.compile("(?<![\\w:-])for=\"([^\"]+)\"");

	/** The person picker takes the id of its field as its second argument. */
	private static final Pattern PICKER = Pattern.compile(":: picker\\('[^']+', '([^']+)'");

	@Test
	void noPageRepeatsAnIdOfTheFrameAroundIt() {
		Set<String> frame = new HashSet<>(found(ID, TEMPLATES.resolve("layout.html")));
		assertThat(frame).contains("content");
		List<String> faults = new ArrayList<>();
		pages().filter((page) -> !page.endsWith("layout.html"))
			.forEach((page) -> found(ID, page).stream()
				.filter(frame::contains)
				.forEach((id) -> faults.add("rename " + id + " in " + page + ", the layout has it")));
		assertThat(faults).isEmpty();
	}

	@Test
	void everyLabelPointsAtAFieldOfItsTemplate() {
		List<String> faults = new ArrayList<>();
		pages().forEach((page) -> {
			Set<String> ids = new HashSet<>(found(ID, page));
			ids.addAll(found(PICKER, page));
			found(FOR, page).stream()
				.filter((target) -> !ids.contains(target))
				.forEach((target) -> faults.add(page + ": no field " + target));
		});
		assertThat(faults).isEmpty();
	}

	private static List<String> found(Pattern attribute, Path page) {
		try {
			Matcher matcher = attribute.matcher(Files.readString(page));
			List<String> found = new ArrayList<>();
			while (matcher.find()) {
				found.add(matcher.group(1));
			}
			return found;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Path> pages() {
		try (Stream<Path> all = Files.walk(TEMPLATES)) {
			return all.filter((file) -> file.toString().endsWith(".html")).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
