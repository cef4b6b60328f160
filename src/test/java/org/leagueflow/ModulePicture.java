package org.leagueflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModules;

/**
 * Draws the modules and their dependencies as they are in the code: a Mermaid diagram
 * without the arrows that others imply, and a table with all of them.
 */
final class ModulePicture {

	private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

	private final Map<String, Set<String>> uses = new TreeMap<>();

	private ModulePicture(ApplicationModules modules) {
		modules.forEach((module) -> this.uses.put(module.getIdentifier().toString(),
				module.getDirectDependencies(modules)
					.uniqueModules()
					.map((one) -> one.getIdentifier().toString())
					.collect(Collectors.toCollection(TreeSet::new))));
	}

	static String of(ApplicationModules modules) {
		return new ModulePicture(modules).text();
	}

	private String text() {
		StringBuilder text = new StringBuilder("# Modules\n\nGenerated from the code; a test fails when it differs."
				+ " To write it anew:\n`mvn test -Dtest=ModularityTests -Dleagueflow.write-modules=true`.\n\n"
				+ "An arrow means \"uses\"; arrows that follow from others are left out here and stand in the table."
				+ "\nArrows to `kernel` are left out, too.\n\n```mermaid\nflowchart TD\n");
		this.uses.forEach((module, used) -> used.stream()
			.filter((one) -> used.stream().noneMatch((other) -> reaches(other, one)))
			.filter((one) -> !one.equals("kernel"))
			.forEach((one) -> text.append("  ").append(module).append(" --> ").append(one).append('\n')));
		text.append("```\n\n| module | what it is | uses |\n|---|---|---|\n");
		this.uses.keySet()
			.stream()
			.sorted(Comparator.comparingInt(this::height).reversed().thenComparing(Comparator.naturalOrder()))
			.forEach((module) -> text.append("| `%s` | %s | %s |\n".formatted(module, sentence(module),
					String.join(" ", this.uses.get(module)))));
		return text.toString();
	}

	/** Whether a module uses another one, directly or through others. */
	private boolean reaches(String from, String to) {
		Set<String> next = this.uses.getOrDefault(from, Set.of());
		return next.contains(to) || next.stream().anyMatch((one) -> reaches(one, to));
	}

	/** The length of the longest way down. */
	private int height(String module) {
		return this.uses.getOrDefault(module, Set.of()).stream().mapToInt((one) -> height(one) + 1).max().orElse(0);
	}

	/** What the module's {@code package-info.java} says. */
	private static String sentence(String module) {
		Path file = Path.of("src/main/java/org/leagueflow", module, "package-info.java");
		try {
			Matcher javadoc = JAVADOC.matcher(Files.readString(file));
			return javadoc.find() ? javadoc.group(1)
				.replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
				.replaceAll("\\{@code ([^}]*)}", "`$1`")
				.strip() : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
