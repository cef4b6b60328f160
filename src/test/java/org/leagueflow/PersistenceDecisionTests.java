package org.leagueflow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Holds the decision about JPA and SQL to the migrations and to the entities. */
class PersistenceDecisionTests {

	private static final Path DECISION = Path.of("src/docs/adr/0014-jpa-unless.md");

	private static final Pattern ROW = Pattern.compile("(?m)^\\|(.*`.*)\\|\\s*(JPA|SQL|libraries)\\b[^|]*\\|.*\\|$");

	private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

	private static final Pattern CREATED = Pattern.compile("(?i)\\bCREATE TABLE (?:IF NOT EXISTS )?([a-z_]+)");

	private static final Pattern DROPPED = Pattern.compile("(?i)\\bDROP TABLE (?:IF EXISTS )?([a-z_]+)");

	@Test
	void everyTableIsDecidedOnce() throws IOException {
		List<String> decided = Stream.of("JPA", "SQL", "libraries").flatMap((by) -> keptBy(by).stream()).toList();
		assertThat(decided).as("tables that stand twice in %s", DECISION).doesNotHaveDuplicates();
		assertThat(new TreeSet<>(decided)).as("%s names every table of the schema and no other", DECISION)
			.isEqualTo(tables());
	}

	@Test
	void oneEntityMapsEachTableThatIsKeptByJpa() {
		List<String> mapped = entities().stream().flatMap(PersistenceDecisionTests::tablesOf).sorted().toList();
		assertThat(mapped).as("tables that two entities map").doesNotHaveDuplicates();
		assertThat(mapped).as("what entities map and what %s says they do", DECISION)
			.containsExactlyElementsOf(new TreeSet<>(keptBy("JPA")));
	}

	private static List<String> keptBy(String by) {
		return ROW.matcher(read(DECISION))
			.results()
			.filter((row) -> row.group(2).equals(by))
			.flatMap((row) -> names(NAME, row.group(1)))
			.toList();
	}

	private static Set<String> tables() throws IOException {
		String schema;
		try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
			schema = files.map(PersistenceDecisionTests::read).collect(Collectors.joining("\n"));
		}
		Set<String> tables = names(CREATED, schema).collect(Collectors.toCollection(TreeSet::new));
		names(DROPPED, schema).forEach(tables::remove);
		return tables;
	}

	private static List<Class<?>> entities() {
		ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
		scan.addIncludeFilter(new AnnotationTypeFilter(Entity.class));
		return scan.findCandidateComponents("org.leagueflow")
			.stream()
			.<Class<?>>map((entity) -> ClassUtils.resolveClassName(entity.getBeanClassName(), null))
			.toList();
	}

	private static Stream<String> tablesOf(Class<?> entity) {
		Table table = entity.getAnnotation(Table.class);
		String own = (table != null) ? table.name()
				: entity.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
		Stream<String> collections = Arrays.stream(entity.getDeclaredFields())
			.map((field) -> field.getAnnotation(CollectionTable.class))
			.filter((collection) -> collection != null)
			.map(CollectionTable::name);
		return Stream.concat(Stream.of(own), collections);
	}

	private static Stream<String> names(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((MatchResult found) -> found.group(1).toLowerCase(Locale.ROOT));
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(file.toString(), ex);
		}
	}

}
