package org.leagueflow.award;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.leagueflow.kernel.Message;
import org.leagueflow.scoring.ScoreComponent;

/**
 * Points copied out of a sheet: a line each, found by student number or name, and the
 * values of the components in their order or under a heading that names them.
 *
 * @param values by nomination and component, as they were typed
 * @param problems the lines that could not be told apart, in words
 */
record PastedPoints(Map<Long, Map<String, String>> values, List<Message> problems) {

	private static final int MAX_LINES = 2000;

	private static final Pattern APART = Pattern.compile("\\s*[,，;；]\\s*|\\s+");

	/**
	 * @param rows nominations by what they are called: number, name; empty for a name
	 * that several have
	 */
	static PastedPoints read(String text, List<ScoreComponent> components, Map<String, List<Long>> rows) {
		PastedPoints pasted = new PastedPoints(new LinkedHashMap<>(), new ArrayList<>());
		List<String> lines = ((text != null) ? text : "").lines().limit(MAX_LINES + 1L).toList();
		if (lines.size() > MAX_LINES) {
			pasted.problems.add(Message.of("award.entries.long", MAX_LINES));
		}
		Map<Integer, String> columns = Map.of();
		for (int i = 0; i < Math.min(MAX_LINES, lines.size()); i++) {
			List<String> cells = cells(lines.get(i));
			Map<Integer, String> heading = heading(cells, components);
			if (!heading.isEmpty()) {
				columns = heading;
			}
			else if (cells.stream().anyMatch((cell) -> !cell.isEmpty())) {
				pasted.line(i + 1, cells, columns, components, rows);
			}
		}
		return pasted;
	}

	private static List<String> cells(String line) {
		String text = Normalizer.normalize(line, Normalizer.Form.NFKC);
		String[] parts = (text.indexOf('\t') >= 0) ? text.split("\t", -1) : APART.split(text.strip());
		return List.of(parts).stream().map(String::strip).toList();
	}

	/** The components that a line names, by column; empty where it names none. */
	private static Map<Integer, String> heading(List<String> cells, List<ScoreComponent> components) {
		Map<Integer, String> named = new HashMap<>();
		for (ScoreComponent component : components) {
			String name = Normalizer.normalize(component.name(), Normalizer.Form.NFKC).strip();
			int at = cells.indexOf(name);
			if (at >= 0) {
				named.put(at, component.key());
			}
		}
		return named;
	}

	private void line(int number, List<String> cells, Map<Integer, String> columns, List<ScoreComponent> components,
			Map<String, List<Long>> rows) {
		int key = -1;
		List<Long> found = List.of();
		for (int i = 0; i < cells.size(); i++) {
			List<Long> here = rows.getOrDefault(cells.get(i), List.of());
			if (!here.isEmpty() && !columns.containsKey(i)) {
				found = (found.size() == 1) ? found : here;
				key = i;
			}
		}
		if (found.size() != 1) {
			this.problems.add(found.isEmpty() ? Message.of("award.entries.unknown", number, cells.get(0))
					: Message.of("award.entries.several", number, cells.get(key)));
			return;
		}
		Map<String, String> values = this.values.computeIfAbsent(found.get(0), (id) -> new LinkedHashMap<>());
		if (!values.isEmpty()) {
			this.problems.add(Message.of("award.entries.twice", number, cells.get(key)));
			return;
		}
		int first = key + 1;
		for (int i = first; columns.isEmpty() && i < cells.size(); i++) {
			if (i - first >= components.size()) {
				this.problems.add(Message.of("award.entries.more", number, components.size()));
				return;
			}
			put(values, components.get(i - first).key(), cells.get(i));
		}
		columns.forEach((at, component) -> {
			if (at < cells.size()) {
				put(values, component, cells.get(at));
			}
		});
	}

	private static void put(Map<String, String> values, String component, String value) {
		if (!value.isEmpty()) {
			values.put(component, value);
		}
	}

}
