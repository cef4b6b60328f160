package org.leagueflow.paper;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Styles and lists of a Word file: which level of heading a paragraph is, and the number
 * that Word shows before it without there being one in the text.
 */
final class DocxNumbering {

	private static final int LEVELS = 9;

	private static final Pattern PLACE = Pattern.compile("%([1-9])");

	private static final Pattern HEADING = Pattern.compile("(?i)(?:heading|标题)\\s*([1-9])");

	private final Map<String, Style> styles = new HashMap<>();

	private final Map<String, AbstractList> lists = new HashMap<>();

	private final Map<String, Num> nums = new HashMap<>();

	private final Map<String, int[]> counters = new HashMap<>();

	private final Set<String> begun = new HashSet<>();

	private static final class Style {

		private String basedOn = "";

		private String name = "";

		private String num = "";

		private int level = -1;

		private int outline;

	}

	private static final class AbstractList {

		private final Level[] levels = new Level[LEVELS];

		private String styleLink = "";

	}

	private static final class Level {

		private String format = "decimal";

		private String text = "";

		private String style = "";

		private int start = 1;

		private boolean decimal;

	}

	private static final class Num {

		private String list = "";

		private final Integer[] starts = new Integer[LEVELS];

	}

	void readStyles(XMLStreamReader xml) throws XMLStreamException {
		Style style = null;
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("style")) {
				style = null;
			}
			if (event != XMLStreamReader.START_ELEMENT) {
				continue;
			}
			if (xml.getLocalName().equals("style")) {
				style = new Style();
				this.styles.put(DocxXml.attribute(xml, "styleId"), style);
			}
			else if (style != null) {
				style(style, xml);
			}
		}
	}

	private static void style(Style style, XMLStreamReader xml) {
		String value = DocxXml.attribute(xml, "val");
		switch (xml.getLocalName()) {
			case "name" -> style.name = value;
			case "basedOn" -> style.basedOn = value;
			case "numId" -> style.num = value;
			case "ilvl" -> style.level = DocxXml.number(value, 0);
			case "outlineLvl" -> style.outline = outline(value);
			default -> {
			}
		}
	}

	void readLists(XMLStreamReader xml) throws XMLStreamException {
		AbstractList list = null;
		Num num = null;
		Level level = null;
		int override = 0;
		while (xml.hasNext()) {
			if (xml.next() != XMLStreamReader.START_ELEMENT) {
				continue;
			}
			String value = DocxXml.attribute(xml, "val");
			switch (xml.getLocalName()) {
				case "abstractNum" -> {
					list = new AbstractList();
					num = null;
					level = null;
					this.lists.put(DocxXml.attribute(xml, "abstractNumId"), list);
				}
				case "num" -> {
					num = new Num();
					level = null;
					this.nums.put(DocxXml.attribute(xml, "numId"), num);
				}
				case "abstractNumId" -> {
					if (num != null) {
						num.list = value;
					}
				}
				case "lvlOverride" -> override = place(DocxXml.attribute(xml, "ilvl"));
				case "startOverride" -> {
					if (num != null) {
						num.starts[override] = DocxXml.number(value, 1);
					}
				}
				case "numStyleLink" -> {
					if (list != null) {
						list.styleLink = value;
					}
				}
				case "lvl" -> {
					level = new Level();
					if (num == null && list != null) {
						list.levels[place(DocxXml.attribute(xml, "ilvl"))] = level;
					}
				}
				default -> level(level, xml.getLocalName(), value);
			}
		}
	}

	private static void level(Level level, String element, String value) {
		if (level == null) {
			return;
		}
		switch (element) {
			case "start" -> level.start = DocxXml.number(value, 1);
			case "numFmt" -> level.format = value;
			case "lvlText" -> level.text = value;
			case "pStyle" -> level.style = value;
			case "isLgl" -> level.decimal = true;
			default -> {
			}
		}
	}

	private static int place(String level) {
		return Math.max(0, Math.min(LEVELS - 1, DocxXml.number(level, 0)));
	}

	/** The level of heading that a paragraph of this style is; 0 for none. */
	int outline(String style, String direct) {
		if (!direct.isEmpty()) {
			return outline(direct);
		}
		Style found = this.styles.get(style);
		for (int depth = 0; found != null && depth < 20; depth++) {
			Matcher heading = HEADING.matcher(found.name);
			if (found.outline > 0 || heading.matches()) {
				return (found.outline > 0) ? found.outline : Integer.parseInt(heading.group(1));
			}
			found = this.styles.get(found.basedOn);
		}
		return 0;
	}

	private static int outline(String value) {
		int level = DocxXml.number(value, 9);
		return (level >= 0 && level < 9) ? level + 1 : 0;
	}

	/**
	 * The number before the paragraph; empty when it has none.
	 * @param num the list that the paragraph names itself, or empty
	 * @param level the level that it names itself, or -1
	 */
	String label(String style, String num, int level) {
		String list = num;
		int at = level;
		Style found = this.styles.get(style);
		for (int depth = 0; found != null && (list.isEmpty() || at < 0) && depth < 20; depth++) {
			if (list.isEmpty() && !found.num.isEmpty()) {
				list = found.num;
			}
			at = (at < 0) ? found.level : at;
			found = this.styles.get(found.basedOn);
		}
		Num used = this.nums.get(list);
		if (used == null) {
			return "";
		}
		AbstractList levels = levels(used, 0);
		if (levels == null) {
			return "";
		}
		if (at < 0) {
			at = 0;
			for (int one = 0; one < LEVELS; one++) {
				at = (levels.levels[one] != null && levels.levels[one].style.equals(style) && !style.isEmpty()) ? one
						: at;
			}
		}
		return next(list, used, levels, Math.min(at, LEVELS - 1));
	}

	private AbstractList levels(Num num, int depth) {
		AbstractList list = this.lists.get(num.list);
		if (list == null || list.styleLink.isEmpty() || depth > 5) {
			return list;
		}
		Style style = this.styles.get(list.styleLink);
		Num linked = (style != null) ? this.nums.get(style.num) : null;
		return (linked == null || linked == num) ? list : levels(linked, depth + 1);
	}

	private String next(String id, Num num, AbstractList list, int at) {
		int[] counts = this.counters.computeIfAbsent(num.list, (none) -> new int[LEVELS]);
		if (num.starts[at] != null && this.begun.add(id + "/" + at)) {
			counts[at] = num.starts[at] - 1;
		}
		else if (counts[at] == 0) {
			counts[at] = start(list, at) - 1;
		}
		counts[at]++;
		for (int above = 0; above < at; above++) {
			counts[above] = (counts[above] == 0) ? start(list, above) : counts[above];
		}
		for (int below = at + 1; below < LEVELS; below++) {
			counts[below] = 0;
		}
		Level level = list.levels[at];
		if (level == null) {
			return "";
		}
		if (level.format.equals("bullet")) {
			return "•";
		}
		return PLACE.matcher(level.text).replaceAll((place) -> {
			int one = Integer.parseInt(place.group(1)) - 1;
			String format = (level.decimal || list.levels[one] == null) ? "decimal" : list.levels[one].format;
			return Matcher.quoteReplacement(ListNumber.of(format, counts[one]));
		});
	}

	private static int start(AbstractList list, int at) {
		return (list.levels[at] != null) ? list.levels[at].start : 1;
	}

}
