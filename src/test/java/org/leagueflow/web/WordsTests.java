package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimplifierMarkupHandler;
import org.junit.jupiter.api.Test;

/**
 * Every sentence that people read stands in both languages, and none stands in a
 * template.
 */
class WordsTests {

	private static final Path BUNDLES = Path.of("src/main/resources/i18n");

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	private static final Path CODE = Path.of("src/main/java");

	private static final Pattern LETTER = Pattern.compile("\\p{L}");

	private static final Pattern IN_TEMPLATE = Pattern
		.compile("#\\{([a-z][\\w.-]*)[(}]|@words\\.of\\('([\\w.-]+)'[,)]");

	private static final Pattern IN_CODE = Pattern.compile(
			"(?:Message\\.of|Refusal\\.(?:NotFound|NotAllowed|Conflict|Invalid)|Invalid\\.field)\\(\\s*(?:\"[\\w.-]+\",\\s*)??\"([a-z][\\w-]*\\.[\\w.-]*[\\w])\"");

	/**
	 * Words of lawsuits and trials. The League speaks of 申请, 申请人, 办理人 and 核查. Who draws
	 * diagrams reads of cases, as the engine calls what runs through them.
	 */
	private static final Pattern COURT = Pattern
		.compile("案卷|卷宗|立卷|案件|案情|个案|本案|涉案|归案|立案|结案|当事人|承办人|承办单位|(?<!已)经办|受理|审理|(?<!预)审结|开庭|当庭|庭审|"
				+ "原告|被告|起诉|撤诉|应诉|上诉|诉讼|裁定|裁决|判决|宣判|传唤|笔录|举证|质证|供述|罪");

	private static final Pattern COURT_IN_ENGLISH = Pattern
		.compile("\\b(?:cases?|case files?|dockets?|dossiers?|deeds?|plaintiffs?|defendants?|courts?|lawsuits?|trials?|"
				+ "hearings?|verdicts?|prosecut\\w+|litiga\\w+)\\b", Pattern.CASE_INSENSITIVE);

	/** Attributes whose text a person sees or hears. */
	private static final Set<String> SPOKEN = Set.of("title", "alt", "placeholder", "aria-label", "data-confirm");

	@Test
	void everyBundleSaysTheSameInBothLanguages() {
		List<String> faults = new ArrayList<>();
		files(BUNDLES, ".properties").filter((file) -> !file.toString().endsWith("_en.properties")).forEach((file) -> {
			Path english = Path.of(file.toString().replace(".properties", "_en.properties"));
			if (!Files.exists(english)) {
				faults.add("write " + english);
				return;
			}
			Set<String> chinese = load(file).stringPropertyNames();
			Set<String> other = load(english).stringPropertyNames();
			missing(chinese, other).forEach((key) -> faults.add("add " + key + " to " + english));
			missing(other, chinese).forEach((key) -> faults.add("add " + key + " to " + file));
		});
		assertThat(faults).isEmpty();
	}

	@Test
	void nobodyReadsTheWordsOfACourt() {
		List<String> faults = new ArrayList<>();
		files(BUNDLES, ".properties").forEach((file) -> load(file).forEach((key, words) -> {
			Pattern court = file.toString().endsWith("_en.properties") ? COURT_IN_ENGLISH : COURT;
			if (!key.toString().matches("(?:fault|engine)\\..*")) {
				faults.addAll(found(court, words.toString(), file + " " + key));
			}
		}));
		Stream.of(Path.of("forms"), Path.of("bpmn"), Path.of("src/main/resources/static/js"), CODE)
			.flatMap((folder) -> files(folder, ""))
			.filter(Files::isRegularFile)
			.filter((file) -> !file.endsWith("paper/TableColumn.java")) // words of
																		// others, read
																		// and never shown
			.forEach((file) -> faults.addAll(found(COURT, read(file), file.toString())));
		assertThat(faults).as("say it in the words of the League").isEmpty();
	}

	@Test
	void everybodyIsAddressedAlike() {
		List<String> faults = new ArrayList<>();
		Pattern familiar = Pattern.compile("[你妳]");
		Stream.of(BUNDLES, Path.of("forms"), Path.of("bpmn"))
			.flatMap((folder) -> files(folder, ""))
			.filter(Files::isRegularFile)
			.forEach((file) -> faults.addAll(found(familiar, read(file), file.toString())));
		assertThat(faults).as("say 您").isEmpty();
	}

	private static List<String> found(Pattern unwanted, String text, String where) {
		return unwanted.matcher(text).results().map((hit) -> where + ": " + hit.group()).toList();
	}

	@Test
	void noKeyIsSaidTwice() {
		Map<String, Path> seen = new HashMap<>();
		List<String> faults = new ArrayList<>();
		files(BUNDLES, ".properties").filter((file) -> !file.toString().endsWith("_en.properties"))
			.forEach((file) -> load(file).stringPropertyNames().forEach((key) -> {
				Path other = seen.put(key, file);
				if (other != null) {
					faults.add("keep " + key + " in one of " + other + " and " + file);
				}
			}));
		assertThat(faults).isEmpty();
	}

	@Test
	void everySentenceCanBeFilledIn() {
		List<String> faults = new ArrayList<>();
		files(BUNDLES, ".properties").forEach((file) -> load(file).forEach((key, words) -> {
			try {
				new MessageFormat(words.toString());
			}
			catch (IllegalArgumentException ex) {
				faults.add("mend " + key + " in " + file + ": " + ex.getMessage());
			}
		}));
		assertThat(faults).isEmpty();
	}

	@Test
	void everyKeyThatPagesAndCodeUseExists() {
		Set<String> known = new HashSet<>();
		files(BUNDLES, ".properties").filter((file) -> !file.toString().endsWith("_en.properties"))
			.forEach((file) -> known.addAll(load(file).stringPropertyNames()));
		Set<String> faults = new TreeSet<>();
		files(TEMPLATES, ".html").forEach((file) -> keys(IN_TEMPLATE, file, known, faults));
		files(CODE, ".java").forEach((file) -> keys(IN_CODE, file, known, faults));
		assertThat(faults).isEmpty();
	}

	@Test
	void noTemplateSpeaksByItself() {
		List<String> faults = new ArrayList<>();
		files(TEMPLATES, ".html").forEach((file) -> faults.addAll(literals(file)));
		assertThat(faults).isEmpty();
	}

	private static void keys(Pattern uses, Path file, Set<String> known, Set<String> faults) {
		Matcher matcher = uses.matcher(read(file));
		while (matcher.find()) {
			for (int group = 1; group <= matcher.groupCount(); group++) {
				String key = matcher.group(group);
				if (key != null && !known.contains(key)) {
					faults.add("say " + key + " in i18n, " + file + " uses it");
				}
			}
		}
	}

	private static List<String> literals(Path file) {
		List<String> faults = new ArrayList<>();
		AbstractSimpleMarkupHandler handler = new AbstractSimpleMarkupHandler() {

			/**
			 * Whether the text that comes next is only a sample that th:text replaces.
			 */
			private boolean sample;

			@Override
			public void handleCloseElement(String element, int line, int col) {
				this.sample = false;
			}

			@Override
			public void handleText(char[] buffer, int offset, int len, int line, int col) {
				String text = new String(buffer, offset, len).replaceAll("\\[\\[.*?]]|\\[\\(.*?\\)]|&\\w+;", "");
				if (!this.sample && LETTER.matcher(text).find()) {
					faults.add(file + ":" + line + " move to i18n: " + text.strip());
				}
			}

			@Override
			public void handleOpenElement(String element, Map<String, String> attributes, int line, int col) {
				this.sample = attributes != null && attributes.containsKey("th:text");
				spoken(attributes, line);
			}

			@Override
			public void handleStandaloneElement(String element, Map<String, String> attributes, boolean minimized,
					int line, int col) {
				spoken(attributes, line);
			}

			private void spoken(Map<String, String> attributes, int line) {
				if (attributes == null) {
					return;
				}
				attributes.forEach((name, text) -> {
					if (name.startsWith("on") || (SPOKEN.contains(name) && LETTER.matcher(text).find())) {
						faults.add(file + ":" + line + " move to i18n or a script file: " + name + "=" + text);
					}
				});
			}

		};
		try (Reader reader = Files.newBufferedReader(file)) {
			ParseConfiguration html = ParseConfiguration.htmlConfiguration();
			new MarkupParser(html).parse(reader, new SimplifierMarkupHandler(handler));
		}
		catch (IOException | ParseException ex) {
			faults.add(file + ": " + ex.getMessage());
		}
		return faults;
	}

	private static Set<String> missing(Set<String> from, Set<String> in) {
		Set<String> missing = new TreeSet<>(from);
		missing.removeAll(in);
		return missing;
	}

	private static Stream<Path> files(Path folder, String ending) {
		try (Stream<Path> all = Files.walk(folder)) {
			return all.filter((file) -> file.toString().endsWith(ending)).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Properties load(Path file) {
		Properties words = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
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
