package org.leagueflow.engine.camunda;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.impl.JavaValueMapper;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.camunda.feel.valuemapper.ValueMapper;

/** What stands in one FEEL expression or test: names, functions and compared values. */
final class FeelReader {

	private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

	private static final BuiltinFunctions FUNCTIONS = new BuiltinFunctions(FeelEngineClock.SystemClock$.MODULE$,
			new ValueMapper.CompositeValueMapper(camundajar.impl.scala.jdk.javaapi.CollectionConverters
				.asScala(List.<org.camunda.feel.valuemapper.CustomValueMapper>of(new JavaValueMapper()))
				.toList()));

	/** What a test or a filter calls the value at hand. */
	private static final Set<String> AT_HAND = Set.of("?", "cellInput", "item", "partial");

	/** Line, column and the rest of the text from there, as the parser tells them. */
	private static final Pattern STOPPED = Pattern.compile(":(\\d+):(\\d+), found \"(.*)\"", Pattern.DOTALL);

	/** Names that somebody has to supply. */
	private final Set<String> names = new LinkedHashSet<>();

	/** Called functions that FEEL does not have. */
	private final Set<String> unknownFunctions = new LinkedHashSet<>();

	/** Values with which the tested input is compared. */
	private final List<Object> tested = new ArrayList<>();

	/** Values with which a name is compared. */
	private final List<Compared> compared = new ArrayList<>();

	private boolean reachesOut;

	private String fault;

	private Object root;

	/** A name and a value with which it is compared. */
	record Compared(String name, Object value) {
	}

	private FeelReader() {
	}

	static FeelReader expression(String text) {
		return new FeelReader().read(ENGINE.parseExpression(text));
	}

	/** Tests of a table's cell. */
	static FeelReader tests(String text) {
		return new FeelReader().read(ENGINE.parseUnaryTests(text));
	}

	private FeelReader read(ParseResult result) {
		if (result.isFailure()) {
			this.fault = result.failure().message();
		}
		else {
			this.root = result.parsedExpression().expression();
			walk(this.root, Set.of());
		}
		return this;
	}

	/** What the parser says, or null when it can be read. */
	String fault() {
		return this.fault;
	}

	/**
	 * Tells in words where the parser stopped: at a sign, at the end, or nowhere that it
	 * says.
	 */
	void tell(BiConsumer<String, Object[]> fault, String text) {
		Matcher stopped = STOPPED.matcher(this.fault);
		if (!stopped.find()) {
			fault.accept("table.unreadable", new Object[] { text });
			return;
		}
		String found = stopped.group(3);
		if (found.isEmpty()) {
			fault.accept("table.unfinished", new Object[] { text });
		}
		else {
			fault.accept("table.unreadableAt", new Object[] { text, stopped.group(2), found });
		}
	}

	Set<String> names() {
		return this.names;
	}

	Set<String> unknownFunctions() {
		return this.unknownFunctions;
	}

	List<Object> tested() {
		return this.tested;
	}

	List<Compared> compared() {
		return this.compared;
	}

	/** Whether it defines functions, which could name classes. */
	boolean reachesOut() {
		return this.reachesOut;
	}

	/** The name, where the expression is nothing but one; else null. */
	String onlyName() {
		return (this.root instanceof Ref ref && ref.names().size() == 1) ? ref.names().head() : null;
	}

	/** The value, where the expression is nothing but one; else null. */
	Object constant() {
		return constant(this.root);
	}

	private static Object constant(Object node) {
		if (node instanceof ConstString text) {
			return text.value();
		}
		if (node instanceof ConstNumber number) {
			return number.value().bigDecimal();
		}
		return (node instanceof ConstBool yes) ? (Object) yes.value() : null;
	}

	private void walk(Object node, Set<String> bound) {
		if (node instanceof Ref ref) {
			String name = ref.names().head();
			if (!bound.contains(name) && !AT_HAND.contains(name)) {
				this.names.add(name);
			}
			return;
		}
		if (node instanceof Filter filter) {
			walk(filter.list(), bound); // the condition may name parts of an item
			return;
		}
		note(node);
		Set<String> inner = bound;
		if (node instanceof For || node instanceof SomeItem || node instanceof EveryItem) {
			inner = new HashSet<>(bound);
			inner.addAll(iterators((Product) node));
		}
		parts(node, inner);
	}

	private void note(Object node) {
		if (node instanceof FunctionInvocation call) {
			if (FUNCTIONS.getFunctions(call.function()).isEmpty()) {
				this.unknownFunctions.add(call.function());
			}
		}
		else if (node instanceof FunctionDefinition || node instanceof JavaFunctionInvocation
				|| node instanceof QualifiedFunctionInvocation) {
			this.reachesOut = true;
		}
		else if (node instanceof InputEqualTo || node instanceof UnaryTestExpression) {
			test(((Product) node).productElement(0));
		}
		else if (node instanceof Equal equal) {
			compare(equal.productElement(0), equal.productElement(1));
			compare(equal.productElement(1), equal.productElement(0));
		}
		else if (node instanceof In in && in.productElement(0) instanceof Ref ref) {
			FeelReader tests = new FeelReader();
			tests.walk(in.productElement(1), Set.of());
			tests.tested.forEach((value) -> this.compared.add(new Compared(ref.names().head(), value)));
		}
	}

	/** A test for one value, or for one of a list. */
	private void test(Object value) {
		if (constant(value) != null) {
			this.tested.add(constant(value));
		}
		else if (value instanceof ConstList list) {
			Iterator<?> each = list.items().iterator();
			while (each.hasNext()) {
				test(each.next());
			}
		}
	}

	private void compare(Object one, Object other) {
		if (one instanceof Ref ref && ref.names().size() == 1 && constant(other) != null) {
			this.compared.add(new Compared(ref.names().head(), constant(other)));
		}
	}

	private static Set<String> iterators(Product loop) {
		Set<String> names = new HashSet<>();
		if (loop.productElement(0) instanceof Iterable<?> list) {
			Iterator<?> each = list.iterator();
			while (each.hasNext()) {
				if (each.next() instanceof Tuple2<?, ?> pair) {
					names.add(String.valueOf(pair._1()));
				}
			}
		}
		return names;
	}

	private void parts(Object node, Set<String> bound) {
		if (node instanceof Iterable<?> list) {
			Iterator<?> each = list.iterator();
			while (each.hasNext()) {
				walk(each.next(), bound);
			}
		}
		else if (node instanceof Product product) {
			for (int i = 0; i < product.productArity(); i++) {
				walk(product.productElement(i), bound);
			}
		}
	}

}
