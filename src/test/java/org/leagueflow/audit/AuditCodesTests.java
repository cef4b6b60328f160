package org.leagueflow.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the product records can be read in both languages. */
class AuditCodesTests {

	private static final Path CODE = Path.of("src/main/java");

	private static final Pattern RECORDS = Pattern.compile("\\bAuditEvent\\b");

	/** A text of the shape of a code, or the beginning of one that is put together. */
	private static final Pattern CODE_LIKE = Pattern.compile("\"([a-z][a-z-]*\\.[a-zA-Z-]*)\"");

	private static final Pattern SUBJECT = Pattern.compile("\"([a-z][a-z-]*):\" ?\\+");

	/** Statements that say something to people instead of recording it. */
	private static final Pattern SPEAKS = Pattern.compile("Message\\s*\\.of\\(|Refusal|\\.say\\(|tell\\w*\\(");

	@Test
	void everyCodeHasAName() {
		Set<String> faults = new TreeSet<>();
		Set<String> codes = new TreeSet<>();
		recording().forEach((file) -> {
			String source = read(file);
			Matcher code = CODE_LIKE.matcher(source);
			while (code.find()) {
				String before = source.substring(0, code.start());
				int begin = Math.max(before.lastIndexOf(';'),
						Math.max(before.lastIndexOf('{'), before.lastIndexOf('}')));
				if (SPEAKS.matcher(before.substring(begin + 1)).find()) {
					continue;
				}
				codes.add(code.group(1));
				named(code.group(1), "audit.deed.", file, faults);
			}
		});
		assertThat(faults).isEmpty();
		assertThat(codes).as("the codes were found")
			.contains("person.entered", "ballot.shut", "authority.recalled")
			.hasSizeGreaterThan(100);
	}

	@Test
	void everyKindOfObjectHasAName() {
		Set<String> faults = new TreeSet<>();
		Set<String> kinds = new TreeSet<>();
		recording().forEach((file) -> {
			Matcher subject = SUBJECT.matcher(read(file));
			while (subject.find()) {
				kinds.add(subject.group(1));
				named(subject.group(1), "audit.object.", file, faults);
			}
		});
		assertThat(faults).isEmpty();
		assertThat(kinds).contains("person", "unit", "meeting", "case");
	}

	private static void named(String code, String prefix, Path file, Set<String> faults) {
		for (String language : new String[] { "audit", "audit_en" }) {
			if (code.endsWith(".") || !words(language).containsKey(prefix + code)) {
				faults.add("add " + prefix + code + " to i18n/" + language + ".properties, " + file + " records it");
			}
		}
	}

	private static Stream<Path> recording() {
		try (Stream<Path> all = Files.walk(CODE)) {
			return all.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> RECORDS.matcher(read(file)).find())
				.sorted()
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Properties words(String bundle) {
		Properties words = new Properties();
		try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/i18n", bundle + ".properties"))) {
			words.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return words;
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
