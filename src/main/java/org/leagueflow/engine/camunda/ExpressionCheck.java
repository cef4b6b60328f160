package org.leagueflow.engine.camunda;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.leagueflow.engine.camunda.Supply.Kind;
import org.leagueflow.kernel.CaseId;

/**
 * Every expression of the diagram, wherever it stands: it can be read, names only what is
 * there by then, compares with what can be, calls nothing but bindings, and gives what is
 * needed at that place.
 */
final class ExpressionCheck implements FolderCheck.Check {

	private static final Set<AstBinary.Operator> EQUALITY = Set.of(AstBinary.EQ, AstBinary.NE);

	private static final Set<AstBinary.Operator> ORDER = Set.of(AstBinary.LT, AstBinary.LE, AstBinary.GT, AstBinary.GE);

	private static final Set<AstBinary.Operator> LOGIC = Set.of(AstBinary.AND, AstBinary.OR);

	private final Folder folder;

	private final Supplies supplies;

	private Map<String, Set<String>> known;

	ExpressionCheck(Folder folder, Supplies supplies) {
		this.folder = folder;
		this.supplies = supplies;
	}

	/** What a place of the diagram needs. */
	enum Need {

		YES_NO, NUMBER, LIST, DATE, DATE_TIME, DURATION, CYCLE, CALL, ANYTHING, WORDS

	}

	@Override
	public void check() {
		this.known = new FlowGraph(this.folder).known(this.supplies);
		this.folder.diagram().all().forEach(this::element);
	}

	/** Whether the engine evaluates what stands here; the rest is taken as words. */
	static Need needOfText(XmlElement element) {
		if (element.namespace().equals(XmlElement.CAMUNDA)) {
			return Set.of("inputParameter", "outputParameter").contains(element.name()) ? Need.ANYTHING : Need.WORDS;
		}
		return switch (element.name()) {
			case "conditionExpression", "completionCondition", "condition" -> Need.YES_NO;
			case "loopCardinality" -> Need.NUMBER;
			case "timeDate" -> Need.DATE_TIME;
			case "timeDuration" -> Need.DURATION;
			case "timeCycle" -> Need.CYCLE;
			default -> Need.WORDS;
		};
	}

	static Need needOfAttribute(String attribute) {
		return switch (attribute) {
			case "dueDate" -> Need.DATE;
			case "collection" -> Need.LIST;
			case "expression" -> Need.CALL;
			default -> Need.WORDS;
		};
	}

	private void element(XmlElement element) {
		boolean ours = element.namespace().equals(XmlElement.BPMN) || element.namespace().equals(XmlElement.CAMUNDA);
		if (!ours || !AllowedElementsCheck.knows(element)
				|| element.outwards().anyMatch((around) -> around.isBpmn("textAnnotation"))) {
			return;
		}
		element.attributes().forEach((name, value) -> {
			boolean own = name.getNamespaceURI().equals(XmlElement.CAMUNDA);
			if (name.getNamespaceURI().isEmpty() || own) {
				place(element, own ? "camunda:" + name.getLocalPart() : name.getLocalPart(), value,
						own ? needOfAttribute(name.getLocalPart()) : Need.WORDS);
			}
		});
		Need need = needOfText(element);
		if (need != Need.WORDS || !element.text().isEmpty()) {
			place(element, element.name(), element.text(), need);
		}
	}

	private void place(XmlElement element, String where, String text, Need need) {
		if (need == Need.WORDS) {
			if (DiagramExpressions.isExpression(text)) {
				this.folder.fault(element, "expression.words", where, text.strip());
			}
			return;
		}
		if (need == Need.LIST && !DiagramExpressions.isExpression(text)) {
			expression(element, "${" + text.strip() + "}", need); // a bare name
		}
		else if (!DiagramExpressions.isExpression(text)) {
			literal(element, where, text.strip(), need);
		}
		else {
			expression(element, text.strip(), need);
		}
	}

	private void literal(XmlElement element, String where, String text, Need need) {
		boolean right = switch (need) {
			case NUMBER -> text.matches("[1-9][0-9]{0,3}");
			case DATE -> date(text);
			case DATE_TIME -> !text.startsWith("P") && date(text);
			case DURATION -> reads(() -> new DurationBusinessCalendar().resolveDuedate(text));
			case CYCLE -> reads(() -> new CycleBusinessCalendar().resolveDuedate(text));
			case YES_NO, CALL, LIST -> false;
			default -> true;
		};
		if (!right) {
			this.folder.fault(element, "expression.literal." + need.name().toLowerCase(java.util.Locale.ROOT), where,
					text);
		}
	}

	private static boolean date(String text) {
		return reads(() -> new DueDateBusinessCalendar().resolveDuedate(text));
	}

	private static boolean reads(Runnable calendar) {
		try {
			calendar.run();
			return true;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private void expression(XmlElement element, String text, Need need) {
		Node root;
		try {
			root = DiagramExpressions.parse(text);
		}
		catch (TreeBuilderException ex) {
			this.folder.fault(element, "expression.unreadable", text, ex.getPosition() + 1, ex.getEncountered());
			return;
		}
		if (!only(element, text, root)) {
			return;
		}
		names(element, text);
		Reading reading = new Reading(element, text, need);
		DiagramExpressions.all(root).forEach(reading::node);
		Node value = (root.getCardinality() == 1) ? root.getChild(0) : root;
		if (root instanceof AstComposite && need != Need.ANYTHING) {
			this.folder.fault(element, "expression.several", text);
		}
		else {
			fits(element, text, reading, value, need);
		}
	}

	/** Nothing but names, words, numbers, comparisons and calls of bindings. */
	private boolean only(XmlElement element, String text, Node root) {
		Set<String> strange = new LinkedHashSet<>();
		strange(root, strange);
		strange.forEach((part) -> this.folder.fault(element, "expression.strange", text, part));
		return strange.isEmpty();
	}

	private void strange(Node node, Set<String> found) {
		if (node instanceof AstMethod method) {
			DiagramExpressions.Call call = DiagramExpressions.call(method);
			if (call.bean() == null || this.folder.binding(call.bean()) == null
					&& (call.bean().equals(BindingResolver.CASE_ID) || this.supplies.all().contains(call.bean()))) {
				found.add(DiagramExpressions.structure(method));
			}
			call.arguments().forEach((argument) -> strange(argument, found));
			return;
		}
		boolean plain = node instanceof AstEval || node instanceof AstComposite || node instanceof AstText
				|| node instanceof AstNested || node instanceof AstBinary || node instanceof AstUnary
				|| node instanceof AstChoice || node instanceof AstIdentifier || node instanceof AstString
				|| node instanceof AstNumber || node instanceof AstBoolean || node instanceof AstNull
				|| node instanceof AstParameters;
		if (!plain) {
			found.add(DiagramExpressions.structure(node));
			return;
		}
		for (int i = 0; i < node.getCardinality(); i++) {
			strange(node.getChild(i), found);
		}
	}

	private void names(XmlElement element, String text) {
		for (String name : DiagramExpressions.names(text)) {
			if (this.folder.binding(name) != null) {
				this.folder.fault(element, "expression.bean", name, text);
			}
			else if (this.supplies.at(element, name).isEmpty()) {
				this.folder.fault(element, "expression.unknown", name, text, near(name));
			}
			else if (!this.supplies.local(element, name) && !there(element, name)) {
				this.folder.fault(element, "expression.early", name, text);
			}
		}
	}

	/** The names that there are, for who mistyped one. */
	private String near(String name) {
		Set<String> names = new TreeSet<>(this.supplies.all());
		names.removeIf((other) -> other.equals(name));
		return names.isEmpty() ? "-" : String.join(", ", names);
	}

	/** Whether the name was brought on every way to this place. */
	private boolean there(XmlElement element, String name) {
		Optional<XmlElement> box = element.outwards()
			.map((around) -> around.isBpmn("sequenceFlow") ? this.folder.byId(around.get("sourceRef")).orElse(null)
					: around)
			.filter((around) -> around != null && Folder.isNode(around))
			.findFirst();
		if (box.isEmpty() || Set.of("condition").contains(element.name())) {
			return true; // asked again whenever something was answered
		}
		boolean left = element.isBpmn("completionCondition", "conditionExpression")
				|| element.name().equals("outputParameter");
		XmlElement place = box.get();
		Set<String> set = FlowGraph.known(this.known, place.id(), left);
		return set == null || set.contains(name);
	}

	private void fits(XmlElement element, String text, Reading reading, Node value, Need need) {
		Supply supply = reading.supply(value);
		boolean right = supply.kind() == Kind.ANY || switch (need) {
			case YES_NO -> supply.kind() == Kind.YES_NO;
			case NUMBER -> supply.kind() == Kind.NUMBER;
			case LIST -> supply.kind() == Kind.LIST && value instanceof AstMethod;
			case DATE, DATE_TIME -> supply.kind() == Kind.DATE;
			case DURATION, CYCLE -> supply.kind() == Kind.DATE
					|| supply.kind() == Kind.TEXT && supply.values() == null && value instanceof AstMethod;
			case CALL -> true;
			default -> supply.kind() != Kind.LIST && supply.kind() != Kind.MAP && supply.kind() != Kind.NOTHING;
		};
		if (need == Need.CALL && !(value instanceof AstMethod)) {
			this.folder.fault(element, "expression.noCall", text, this.folder.process());
		}
		if (!right) {
			this.folder.fault(element, "expression.needs." + need.name().toLowerCase(java.util.Locale.ROOT), text,
					this.folder.process());
		}
		boolean timer = need == Need.DATE_TIME || need == Need.DURATION || need == Need.CYCLE || need == Need.YES_NO;
		if (right && timer && value instanceof AstIdentifier && supply.kind() != Kind.ANY && !supply.sure()) {
			this.folder.fault(element, "expression.empty", text);
		}
	}

	/** One expression at one place, part by part. */
	private final class Reading {

		private final XmlElement element;

		private final String text;

		private final Need need;

		Reading(XmlElement element, String text, Need need) {
			this.element = element;
			this.text = text;
			this.need = need;
		}

		void node(Node node) {
			if (node instanceof AstBinary binary) {
				binary(binary.getOperator(), binary.getChild(0), binary.getChild(1));
			}
			else if (node instanceof AstUnary unary && unary.getOperator() == AstUnary.NOT) {
				yesNo(unary.getChild(0));
			}
			else if (node instanceof AstChoice) {
				yesNo(node.getChild(0));
			}
			else if (node instanceof AstMethod method) {
				call(method);
			}
		}

		private void binary(AstBinary.Operator operator, Node one, Node other) {
			if (LOGIC.contains(operator)) {
				yesNo(one);
				yesNo(other);
			}
			else if (EQUALITY.contains(operator)) {
				compared(one, other);
			}
			else {
				boolean threshold = ORDER.contains(operator) && this.need == Need.YES_NO
						&& !this.element.isBpmn("completionCondition")
						&& (one instanceof AstNumber || other instanceof AstNumber);
				if (threshold) {
					fault("expression.threshold");
				}
				List.of(one, other).forEach((side) -> {
					Kind kind = supply(side).kind();
					boolean dates = ORDER.contains(operator) && kind == Kind.DATE;
					if (kind != Kind.NUMBER && kind != Kind.ANY && !dates) {
						fault("expression.calculates", DiagramExpressions.structure(side));
					}
				});
			}
		}

		private void yesNo(Node node) {
			Kind kind = supply(node).kind();
			if (kind != Kind.YES_NO && kind != Kind.ANY) {
				fault("expression.yesNo", DiagramExpressions.structure(node));
			}
		}

		private void compared(Node one, Node other) {
			if (one instanceof AstNull || other instanceof AstNull) {
				return;
			}
			Supply left = supply(one);
			Supply right = supply(other);
			if (left.kind() == Kind.ANY || right.kind() == Kind.ANY) {
				return;
			}
			if (left.kind() == Kind.LIST || right.kind() == Kind.LIST || left.kind() == Kind.MAP
					|| right.kind() == Kind.MAP || left.kind() == Kind.NOTHING || right.kind() == Kind.NOTHING) {
				fault("expression.list",
						DiagramExpressions.structure((left.kind().ordinal() >= Kind.LIST.ordinal()) ? one : other));
				return;
			}
			if (left.values() != null && right.values() != null) {
				values(one, left, other, right);
			}
			else if (!alike(left, right) || !alike(right, left)) {
				fault("expression.kinds", DiagramExpressions.structure(one), DiagramExpressions.structure(other));
			}
		}

		private void values(Node one, Supply left, Node other, Supply right) {
			boolean meet = left.values().stream().anyMatch(right::may);
			boolean coerced = alike(left, right) && alike(right, left);
			if (!meet || !coerced) {
				boolean literal = other instanceof AstString || other instanceof AstNumber
						|| other instanceof AstBoolean;
				fault("expression.value", DiagramExpressions.structure(literal ? other : one),
						DiagramExpressions.structure(literal ? one : other), (literal ? left : right).list());
			}
		}

		/**
		 * Whether the engine compares both as people mean it: it turns a text into a
		 * number or a yes and no where the other side is one, and any text but 'true'
		 * into a no.
		 */
		private boolean alike(Supply one, Supply other) {
			if (one.kind() == other.kind()) {
				return true;
			}
			Set<Kind> kinds = Set.of(one.kind(), other.kind());
			if (kinds.equals(Set.of(Kind.TEXT, Kind.DATE)) || kinds.equals(Set.of(Kind.TEXT, Kind.TIME_OF_DAY))) {
				return true;
			}
			Supply text = (one.kind() == Kind.TEXT) ? one : other;
			if (text.kind() != Kind.TEXT || text.values() == null) {
				return false;
			}
			if (kinds.contains(Kind.NUMBER)) {
				return text.values().stream().allMatch((value) -> Supply.number(value) != null);
			}
			return kinds.contains(Kind.YES_NO)
					&& text.values().stream().allMatch((value) -> Set.of("true", "false").contains(value.toString()));
		}

		private void call(AstMethod node) {
			Optional<Method> method = ExpressionCheck.this.supplies.method(DiagramExpressions.call(node));
			if (method.isEmpty()) {
				return; // CallCheck says so
			}
			List<Node> arguments = DiagramExpressions.call(node).arguments();
			for (int i = 0; i < arguments.size(); i++) {
				Class<?> wanted = method.get().getParameterTypes()[i];
				Supply given = supply(arguments.get(i));
				boolean fits = given.kind() == Kind.ANY || wanted == Object.class
						|| given.kind() == Supply.of(wanted).kind()
								&& (wanted != CaseId.class || given.kind() == Kind.CASE)
						|| given.kind() == Kind.DATE && wanted == String.class;
				if (!fits || wanted == CaseId.class && given.kind() != Kind.CASE) {
					fault("expression.argument", DiagramExpressions.structure(arguments.get(i)), method.get().getName(),
							wanted.getSimpleName());
				}
			}
		}

		private void fault(String key, String... words) {
			Object[] args = new Object[words.length + 1];
			args[0] = this.text;
			System.arraycopy(words, 0, args, 1, words.length);
			ExpressionCheck.this.folder.fault(this.element, key, args);
		}

		/** What a part of the expression may give. */
		Supply supply(Node node) {
			if (node instanceof AstNested || node instanceof AstEval) {
				return supply(node.getChild(0));
			}
			if (node instanceof AstString string) {
				return new Supply(Kind.TEXT, Set.of(string.eval(null, null)), true);
			}
			if (node instanceof AstNumber number) {
				return new Supply(Kind.NUMBER, Set.of(new BigDecimal(number.eval(null, null).toString())), true);
			}
			if (node instanceof AstBoolean yes) {
				return new Supply(Kind.YES_NO, Set.of(yes.eval(null, null)), true);
			}
			if (node instanceof AstIdentifier identifier) {
				return identifier.getName().equals(BindingResolver.CASE_ID) ? new Supply(Kind.CASE, null, true)
						: ExpressionCheck.this.supplies.at(this.element, identifier.getName()).orElse(Supply.ANY);
			}
			if (node instanceof AstMethod method) {
				return ExpressionCheck.this.supplies.result(method);
			}
			if (node instanceof AstChoice) {
				return supply(node.getChild(1)).or(supply(node.getChild(2)));
			}
			if (node instanceof AstUnary unary) {
				return new Supply((unary.getOperator() == AstUnary.NEG) ? Kind.NUMBER : Kind.YES_NO, null, true);
			}
			if (node instanceof AstBinary binary) {
				boolean asks = LOGIC.contains(binary.getOperator()) || EQUALITY.contains(binary.getOperator())
						|| ORDER.contains(binary.getOperator());
				return new Supply(asks ? Kind.YES_NO : Kind.NUMBER, null, true);
			}
			return Supply.ANY;
		}

	}

}
