package org.leagueflow.award;

import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leagueflow.kernel.Json;
import org.leagueflow.kernel.Message;
import org.leagueflow.scoring.Fault;

/**
 * A definition as it is typed: fields such as {@code levels[0].quota.share}, kept as a
 * tree that may be incomplete, so that nothing typed is lost.
 *
 * @param tree maps and lists of texts, as JSON has them
 */
record AwardForm(Map<String, Object> tree) {

	/** The fields of each kind of part, as the formula's JSON names them. */
	static final Map<String, List<String>> PARTS = parts();

	/** Lists that a definition has. */
	private static final Pattern STEP = Pattern.compile("([A-Za-z]{1,30})(?:\\[([0-9]{1,3})])?");

	private static final Pattern ENTRY = Pattern.compile("(.+)\\[([0-9]{1,3})]");

	private static final int MAX_STEPS = 40;

	private static final int MAX_ENTRIES = 100;

	private static final int MAX_FIELD_LENGTH = 2_000;

	private static final int MAX_UNREADABLE = 60;

	private static Map<String, List<String>> parts() {
		Map<String, List<String>> parts = new LinkedHashMap<>();
		parts.put("component", List.of("key"));
		parts.put("constant", List.of("value"));
		parts.put("weightedMean", List.of("terms"));
		parts.put("creditWeightedMean", List.of("of"));
		parts.put("mean", List.of("of"));
		parts.put("meanOfTerms", List.of("of", "terms"));
		parts.put("sum", List.of("of"));
		parts.put("cappedSum", List.of("base", "plus", "minus", "min", "max"));
		parts.put("capped", List.of("of", "min", "max"));
		parts.put("tableLookup", List.of("of", "rows", "bands"));
		parts.put("gradeWords", List.of("of", "rows"));
		parts.put("oneMinus", List.of("of"));
		parts.put("perCapita", List.of("of", "heads"));
		parts.put("dropExtremes", List.of("of", "highest", "lowest", "least"));
		parts.put("bestOf", List.of("of", "count"));
		parts.put("retake", List.of("of", "which"));
		parts.put("rounded", List.of("of", "rule"));
		return parts;
	}

	static AwardForm of(String json) {
		return new AwardForm(Json.readMap(json));
	}

	/** From the fields of a page; those with other names are left alone. */
	static AwardForm of(Map<String, String> fields) {
		Map<String, Object> tree = new LinkedHashMap<>();
		fields.forEach((name, value) -> {
			String path = name.startsWith("d.") ? name.substring(2) : null;
			if (path != null) {
				put(tree, path.split("\\."), value.strip());
			}
		});
		Map<String, Object> compacted = compacted(tree);
		fit(compacted);
		return new AwardForm(compacted);
	}

	// A list is kept by index until all fields are there.
	@SuppressWarnings("unchecked")
	private static void put(Map<String, Object> tree, String[] steps, String value) {
		if (steps.length > MAX_STEPS || value.length() > MAX_FIELD_LENGTH
				|| !Stream.of(steps).allMatch((step) -> STEP.matcher(step).matches())) {
			return;
		}
		Map<String, Object> at = tree;
		for (int i = 0; i < steps.length; i++) {
			Matcher step = STEP.matcher(steps[i]);
			step.matches();
			boolean last = i == steps.length - 1;
			if (step.group(2) == null) {
				if (last) {
					at.putIfAbsent(step.group(1), value);
					return;
				}
				Object next = at.computeIfAbsent(step.group(1), (key) -> new LinkedHashMap<String, Object>());
				if (!(next instanceof Map) || next instanceof TreeMap) {
					return;
				}
				at = (Map<String, Object>) next;
			}
			else {
				Object list = at.computeIfAbsent(step.group(1), (key) -> new TreeMap<Integer, Object>());
				if (!(list instanceof TreeMap)) {
					return;
				}
				TreeMap<Integer, Object> entries = (TreeMap<Integer, Object>) list;
				int index = Integer.parseInt(step.group(2));
				if (last) {
					entries.putIfAbsent(index, value);
					return;
				}
				Object next = entries.computeIfAbsent(index, (key) -> new LinkedHashMap<String, Object>());
				if (!(next instanceof Map)) {
					return;
				}
				at = (Map<String, Object>) next;
			}
		}
	}

	private static Map<String, Object> compacted(Map<String, Object> tree) {
		Map<String, Object> compacted = new LinkedHashMap<>();
		tree.forEach((key, value) -> compacted.put(key, compact(value)));
		return compacted;
	}

	/**
	 * Where a part became another kind: one inner part becomes the first of several and
	 * the other way round; what has another shape there is dropped.
	 */
	@SuppressWarnings("unchecked")
	private static void fit(Object value) {
		if (value instanceof List<?> list) {
			list.forEach(AwardForm::fit);
		}
		if (!(value instanceof Map<?, ?>)) {
			return;
		}
		Map<String, Object> node = (Map<String, Object>) value;
		boolean sum = "sum".equals(node.get("type"));
		if (sum && node.get("of") instanceof Map<?, ?> one) {
			node.put("of", new ArrayList<>(List.of(one)));
		}
		else if (!sum && node.containsKey("type") && node.get("of") instanceof List<?> several) {
			node.put("of", several.isEmpty() ? new LinkedHashMap<>() : several.get(0));
		}
		boolean listed = "weightedMean".equals(node.get("type"));
		if (node.containsKey("type") && node.get("terms") instanceof List<?> != listed) {
			node.remove("terms");
		}
		node.values().forEach(AwardForm::fit);
	}

	@SuppressWarnings("unchecked")
	private static Object compact(Object value) {
		if (value instanceof TreeMap<?, ?> list) {
			return new ArrayList<>(list.values().stream().map(AwardForm::compact).toList());
		}
		return (value instanceof Map<?, ?> map) ? compacted((Map<String, Object>) map) : value;
	}

	/**
	 * Adds an empty entry to a list, removes an entry, or does nothing for a path that is
	 * none.
	 * @param op {@code add:levels} or {@code remove:levels[1]}
	 */
	void change(String op) {
		int colon = op.indexOf(':');
		String path = op.substring(colon + 1);
		if (op.startsWith("add:")) {
			int dot = path.lastIndexOf('.');
			Object holder = (dot < 0) ? this.tree : at(path.substring(0, dot));
			if (holder instanceof Map<?, ?> map) {
				add(map, path.substring(dot + 1));
			}
		}
		else if (op.startsWith("remove:")) {
			Matcher entry = ENTRY.matcher(path);
			if (entry.matches() && at(entry.group(1)) instanceof List<?> entries
					&& Integer.parseInt(entry.group(2)) < entries.size()) {
				entries.remove(Integer.parseInt(entry.group(2)));
			}
		}
	}

	@SuppressWarnings("unchecked")
	private static void add(Map<?, ?> holder, String name) {
		Object list = ((Map<String, Object>) holder).computeIfAbsent(name, (key) -> new ArrayList<>());
		if (list instanceof List<?> entries && entries.size() < MAX_ENTRIES) {
			((List<Object>) entries).add(name.equals("tieBreakers") ? "" : new LinkedHashMap<String, Object>());
		}
	}

	/** What stands at the path, or null. */
	Object at(String path) {
		Object at = this.tree;
		for (String part : path.split("\\.")) {
			Matcher step = STEP.matcher(part);
			if (!step.matches() || !(at instanceof Map<?, ?> map)) {
				return null;
			}
			at = map.get(step.group(1));
			if (step.group(2) != null) {
				int index = Integer.parseInt(step.group(2));
				at = (at instanceof List<?> list && index < list.size()) ? list.get(index) : null;
			}
		}
		return at;
	}

	String name() {
		return (this.tree.get("name") instanceof String name) ? name : "";
	}

	/** As JSON, without what was left empty and what a part of its kind does not have. */
	String json() {
		return Json.write(cleaned());
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> cleaned() {
		Map<String, Object> cleaned = (Map<String, Object>) clean(this.tree, true);
		if (!"true".equals(String.valueOf(this.tree.get("scored"))) && this.tree.containsKey("scored")) {
			cleaned.remove("scheme");
		}
		cleaned.remove("scored");
		return cleaned;
	}

	private static Object clean(Object value, boolean inList) {
		if (value instanceof List<?> list) {
			return new ArrayList<>(list.stream().map((one) -> clean(one, true)).toList());
		}
		if (!(value instanceof Map<?, ?> map)) {
			return (value instanceof String text && text.isEmpty() && !inList) ? null : value;
		}
		Object type = map.get("type");
		Map<String, Object> cleaned = new LinkedHashMap<>();
		map.forEach((key, entry) -> {
			boolean belongs = type == null || key.equals("type")
					|| PARTS.getOrDefault(String.valueOf(type), List.of()).contains(key);
			Object kept = belongs ? clean(entry, false) : null;
			if (kept != null) {
				cleaned.put(String.valueOf(key), kept);
			}
		});
		return (cleaned.isEmpty() && !inList) ? null : cleaned;
	}

	/**
	 * What the tree means, as far as it can be read; what cannot be read is left out and
	 * named.
	 */
	Reading read() {
		AwardForm rest = AwardForm.of(json());
		List<Fault> unreadable = new ArrayList<>();
		while (true) {
			try {
				return new Reading(AwardDefinition.read(Json.write(rest.tree)), unreadable);
			}
			catch (UncheckedIOException ex) {
				String path = (ex.getCause() instanceof JsonMappingException at) ? path(at) : "";
				if (path.isEmpty() || unreadable.size() >= MAX_UNREADABLE || !rest.drop(path)) {
					unreadable.add(Fault.at(path, "award.fault.unreadable", ""));
					return new Reading(null, unreadable);
				}
				unreadable.add(Fault.at(path, "award.fault.unreadable", String.valueOf(at(path))));
			}
		}
	}

	private static String path(JsonMappingException ex) {
		StringBuilder path = new StringBuilder();
		for (JsonMappingException.Reference step : ex.getPath()) {
			if (step.getFieldName() != null) {
				path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
			}
			else {
				path.append('[').append(step.getIndex()).append(']');
			}
		}
		return path.toString();
	}

	private boolean drop(String path) {
		int dot = path.lastIndexOf('.');
		String last = path.substring(dot + 1);
		Object holder = (dot < 0) ? this.tree : at(path.substring(0, dot));
		if (!(holder instanceof Map<?, ?> map)) {
			return false;
		}
		int bracket = last.indexOf('[');
		if (bracket < 0) {
			return map.remove(last) != null;
		}
		return map.get(last.substring(0, bracket)) instanceof List<?> list
				&& list.remove(Integer.parseInt(last.substring(bracket + 1, last.length() - 1))) != null;
	}

	/** Each field that is filled, by its path: for comparing two definitions. */
	Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		collect("", cleaned(), fields);
		return fields;
	}

	private static void collect(String path, Object value, Map<String, String> fields) {
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, entry) -> collect(path.isEmpty() ? "" + key : path + "." + key, entry, fields));
		}
		else if (value instanceof List<?> list) {
			for (int i = 0; i < list.size(); i++) {
				collect(path + "[" + i + "]", list.get(i), fields);
			}
		}
		else {
			fields.put(path, String.valueOf(value));
		}
	}

	/** The difference to what is saved, field by field. */
	List<Difference> differences(AwardForm saved) {
		Map<String, String> mine = fields();
		Map<String, String> theirs = saved.fields();
		List<String> paths = new ArrayList<>(theirs.keySet());
		mine.keySet().stream().filter((path) -> !theirs.containsKey(path)).forEach(paths::add);
		return paths.stream()
			.filter((path) -> !mine.getOrDefault(path, "").equals(theirs.getOrDefault(path, "")))
			.map((path) -> new Difference(part(path), path, theirs.getOrDefault(path, ""), mine.getOrDefault(path, "")))
			.toList();
	}

	/** The section of the page in which a field stands. */
	static Message part(String path) {
		String part = path.split("[.\\[]")[0];
		return Message.of("award.part." + switch (part) {
			case "levels", "overflow", "fill", "ties" -> "levels";
			case "conditions", "scheme", "limits", "exclusions", "steps", "certificate" -> part;
			case "tieBreakers" -> "scheme";
			default -> "general";
		});
	}

	/**
	 * What could be read.
	 *
	 * @param definition the definition, or null where nothing could be read
	 */
	record Reading(AwardDefinition definition, List<Fault> unreadable) {

		/** Everything that is wrong with it. */
		List<Fault> faults(java.util.Set<String> facts) {
			List<Fault> all = new ArrayList<>(this.unreadable);
			if (this.definition != null) {
				AwardCheck.faults(this.definition, facts)
					.stream()
					.filter((fault) -> this.unreadable.stream().noneMatch((one) -> one.path().equals(fault.path())))
					.forEach(all::add);
			}
			return all;
		}

	}

	/**
	 * A field that two people wrote differently.
	 *
	 * @param saved what is saved now
	 * @param typed what was typed
	 */
	record Difference(Message part, String path, String saved, String typed) {
	}

}
