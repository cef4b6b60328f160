package org.leagueflow.engine.camunda;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks whether what is drawn can be read: no box, line or text stands on another, in
 * each language that the diagram has names in. Lines may cross, and may run together
 * where they end at the same element.
 */
final class OverlapCheck implements FolderCheck.Check {

	private static final String PICTURE = "http://www.omg.org/spec/BPMN/20100524/DI";

	private static final Pattern WORD = Pattern.compile("[\\u2e80-\\uffff]|[^\\s\\u2e80-\\uffff]+|\\s+");

	/** Width of a Chinese character and of a Latin one as the viewer draws texts. */
	private static final double WIDE = 11;

	private static final double NARROW = 6.2;

	private static final double LINE_HEIGHT = 14;

	/** What may touch without lying on another, in pixels. */
	private static final double TOUCH = 0.5;

	/** How far two lines may run together, in pixels. */
	private static final double TOGETHER = 5;

	private final Folder folder;

	/** Boxes, events, gateways and notes; stages, which hold others, stand apart. */
	private final Map<XmlElement, Rectangle2D> boxes = new LinkedHashMap<>();

	private final List<Rectangle2D> stages = new ArrayList<>();

	private final Map<XmlElement, List<Line2D>> lines = new LinkedHashMap<>();

	private final List<Text> texts = new ArrayList<>();

	OverlapCheck(Folder folder) {
		this.folder = folder;
	}

	@Override
	public void check() {
		this.folder.diagram()
			.all()
			.filter((element) -> PICTURE.equals(element.namespace()) && element.get("bpmnElement") != null)
			.forEach((drawn) -> this.folder.byId(drawn.get("bpmnElement")).ifPresent((of) -> read(drawn, of)));
		boxesOnBoxes();
		linesOnBoxes();
		linesOnLines();
		textsOnAnything();
	}

	private void read(XmlElement drawn, XmlElement of) {
		if (drawn.name().equals("BPMNEdge")) {
			readLine(drawn, of);
			label(drawn, of, null);
		}
		else if (drawn.name().equals("BPMNShape")) {
			Rectangle2D place = bounds(drawn);
			if ("true".equals(drawn.get("isExpanded")) || of.isBpmn("participant", "lane", "group")) {
				this.stages.add(place);
				return;
			}
			this.boxes.put(of, place);
			if (of.name().endsWith("Event") || of.name().endsWith("Gateway")) {
				label(drawn, of, new Rectangle2D.Double(place.getCenterX() - 45, place.getMaxY() + 4, 90, LINE_HEIGHT));
			}
		}
	}

	private void readLine(XmlElement drawn, XmlElement of) {
		List<Line2D> parts = new ArrayList<>();
		double[] before = null;
		for (XmlElement point : drawn.children()) {
			if (point.name().equals("waypoint")) {
				double[] at = { number(point, "x"), number(point, "y") };
				if (before != null) {
					parts.add(new Line2D.Double(before[0], before[1], at[0], at[1]));
				}
				before = at;
			}
		}
		this.lines.put(of, parts);
	}

	private void label(XmlElement drawn, XmlElement of, Rectangle2D otherwise) {
		Rectangle2D place = drawn.children()
			.stream()
			.filter((child) -> child.name().equals("BPMNLabel"))
			.map(OverlapCheck::bounds)
			.filter((bounds) -> bounds != null)
			.findFirst()
			.orElse(otherwise);
		if (place == null) {
			return;
		}
		text(of, of.get("name"), place);
		of.children("extensionElements")
			.stream()
			.flatMap(XmlElement::all)
			.filter((property) -> property.name().equals("property") && property.get("name") != null
					&& property.get("name").startsWith("name."))
			.forEach((property) -> text(of, property.get("value"), place));
	}

	private void text(XmlElement of, String words, Rectangle2D place) {
		if (words != null && !words.isBlank()) {
			this.texts.add(new Text(of, laidOut(words, place)));
		}
	}

	/** Broken at the label's width and centred, as the viewer does. */
	private static Rectangle2D laidOut(String words, Rectangle2D place) {
		double width = 0;
		double line = 0;
		int lines = 1;
		Matcher word = WORD.matcher(words);
		while (word.find()) {
			double length = word.group().chars().mapToDouble((sign) -> (sign >= 0x2e80) ? WIDE : NARROW).sum();
			if (line > 0 && line + length > place.getWidth() + TOUCH) {
				if (word.group().isBlank()) {
					continue;
				}
				lines++;
				line = 0;
			}
			line += length;
			width = Math.max(width, line);
		}
		return new Rectangle2D.Double(place.getCenterX() - width / 2, place.getY(), width, lines * LINE_HEIGHT);
	}

	private void boxesOnBoxes() {
		List<Map.Entry<XmlElement, Rectangle2D>> all = List.copyOf(this.boxes.entrySet());
		for (int i = 0; i < all.size(); i++) {
			for (int k = i + 1; k < all.size(); k++) {
				XmlElement one = all.get(i).getKey();
				XmlElement other = all.get(k).getKey();
				if (!attached(one, other) && !attached(other, one)
						&& inner(all.get(i).getValue()).intersects(all.get(k).getValue())) {
					fault(one, other);
				}
			}
		}
	}

	private static boolean attached(XmlElement event, XmlElement to) {
		return to.id() != null && to.id().equals(event.get("attachedToRef"));
	}

	private void linesOnBoxes() {
		this.lines.forEach((line, parts) -> this.boxes.forEach((box, place) -> {
			if (!ends(line).contains(box.id()) && crosses(parts, place)) {
				fault(line, box);
			}
		}));
	}

	private static List<String> ends(XmlElement line) {
		return List.of(String.valueOf(line.get("sourceRef")), String.valueOf(line.get("targetRef")));
	}

	private void linesOnLines() {
		List<XmlElement> all = List.copyOf(this.lines.keySet());
		for (int i = 0; i < all.size(); i++) {
			for (int k = i + 1; k < all.size(); k++) {
				boolean sameEnd = String.valueOf(all.get(i).get("targetRef")).equals(all.get(k).get("targetRef"));
				if (!sameEnd && together(this.lines.get(all.get(i)), this.lines.get(all.get(k)))) {
					fault(all.get(i), all.get(k));
				}
			}
		}
	}

	private static boolean together(List<Line2D> one, List<Line2D> other) {
		return one.stream().anyMatch((a) -> other.stream().anyMatch((b) -> shared(a, b) > TOGETHER));
	}

	/** How far two upright or two level lines run on each other. */
	private static double shared(Line2D a, Line2D b) {
		if (a.getX1() == a.getX2() && b.getX1() == b.getX2() && a.getX1() == b.getX1()) {
			return Math.min(Math.max(a.getY1(), a.getY2()), Math.max(b.getY1(), b.getY2()))
					- Math.max(Math.min(a.getY1(), a.getY2()), Math.min(b.getY1(), b.getY2()));
		}
		if (a.getY1() == a.getY2() && b.getY1() == b.getY2() && a.getY1() == b.getY1()) {
			return Math.min(Math.max(a.getX1(), a.getX2()), Math.max(b.getX1(), b.getX2()))
					- Math.max(Math.min(a.getX1(), a.getX2()), Math.min(b.getX1(), b.getX2()));
		}
		return 0;
	}

	private void textsOnAnything() {
		for (int i = 0; i < this.texts.size(); i++) {
			Text text = this.texts.get(i);
			Rectangle2D place = inner(text.place());
			this.boxes.forEach((box, at) -> {
				if (place.intersects(at)) {
					fault(text.of(), box);
				}
			});
			this.lines.forEach((line, parts) -> {
				if (crosses(parts, text.place())) {
					fault(text.of(), line);
				}
			});
			if (this.stages.stream().anyMatch((stage) -> place.intersects(stage) && !stage.contains(place))) {
				this.folder.fault(text.of(), "overlap.frame", text.of().id());
			}
			for (Text other : this.texts.subList(i + 1, this.texts.size())) {
				if (other.of() != text.of() && place.intersects(other.place())) {
					fault(text.of(), other.of());
				}
			}
		}
	}

	private static boolean crosses(List<Line2D> line, Rectangle2D place) {
		Rectangle2D inner = inner(place);
		return line.stream().anyMatch((part) -> part.intersects(inner));
	}

	private static Rectangle2D inner(Rectangle2D place) {
		return new Rectangle2D.Double(place.getX() + TOUCH, place.getY() + TOUCH, place.getWidth() - 2 * TOUCH,
				place.getHeight() - 2 * TOUCH);
	}

	private void fault(XmlElement one, XmlElement other) {
		this.folder.fault(one, "overlap", one.id(), other.id());
	}

	private static Rectangle2D bounds(XmlElement drawn) {
		return drawn.children()
			.stream()
			.filter((child) -> child.name().equals("Bounds"))
			.map((place) -> new Rectangle2D.Double(number(place, "x"), number(place, "y"), number(place, "width"),
					number(place, "height")))
			.findFirst()
			.orElse(null);
	}

	/**
	 * A number of the picture; one that cannot be read is the fault of others to tell.
	 */
	private static double number(XmlElement place, String name) {
		try {
			return Double.parseDouble(String.valueOf(place.get(name)));
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

	/** A name as it is drawn beside its element. */
	private record Text(XmlElement of, Rectangle2D place) {
	}

}
