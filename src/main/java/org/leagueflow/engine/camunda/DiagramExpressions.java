package org.leagueflow.engine.camunda;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Reads a diagram's expressions with the engine's own parser. */
final class DiagramExpressions {

	private static final Builder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

	private DiagramExpressions() {
	}

	/**
	 * A call {@code bean.method(args)}.
	 *
	 * @param bean the name before the dot, or null when it is no plain name
	 */
	record Call(String bean, String method, List<Node> arguments) {
	}

	/** Whether the engine would evaluate it rather than take it as it stands. */
	static boolean isExpression(String text) {
		return text != null && (text.contains("${") || text.contains("#{"));
	}

	/**
	 * The expression's tree, whose root has the parts as children.
	 * @throws TreeBuilderException with the position at which it cannot be read
	 */
	static Node parse(String text) {
		return PARSER.build(text.strip()).getRoot();
	}

	/** Itself and everything in it. */
	static List<Node> all(Node node) {
		List<Node> found = new ArrayList<>();
		collect(node, found);
		return found;
	}

	private static void collect(Node node, List<Node> found) {
		if (node == null) {
			return;
		}
		found.add(node);
		for (int i = 0; i < node.getCardinality(); i++) {
			collect(node.getChild(i), found);
		}
	}

	/** What is called, where the node is a call. */
	static Call call(AstMethod method) {
		Node target = method.getChild(0);
		List<Node> arguments = new ArrayList<>();
		Node given = method.getChild(1);
		for (int i = 0; i < given.getCardinality(); i++) {
			arguments.add(given.getChild(i));
		}
		boolean plain = target instanceof AstDot && target.getChild(0) instanceof AstIdentifier;
		String bean = plain ? ((AstIdentifier) target.getChild(0)).getName() : null;
		return new Call(bean, (target instanceof AstDot dot) ? property(dot) : structure(target), arguments);
	}

	/** The name behind the dot. */
	static String property(AstDot dot) {
		return dot.toString().substring(1).strip();
	}

	/** The node as written. */
	static String structure(Node node) {
		StringBuilder text = new StringBuilder();
		((AstNode) node).appendStructure(text, null);
		return text.toString();
	}

	/**
	 * The variables that an expression needs, {@code caseId} and called beans left out;
	 * none where it cannot be read.
	 */
	static Set<String> names(String text) {
		Set<String> names = new LinkedHashSet<>();
		if (isExpression(text)) {
			try {
				names(parse(text), names);
			}
			catch (TreeBuilderException ex) {
				return Set.of();
			}
		}
		return names;
	}

	private static void names(Node node, Set<String> names) {
		if (node instanceof AstMethod method) {
			call(method).arguments().forEach((argument) -> names(argument, names));
		}
		else if (node instanceof AstIdentifier identifier) {
			if (!identifier.getName().equals(BindingResolver.CASE_ID)) {
				names.add(identifier.getName());
			}
		}
		else {
			for (int i = 0; i < node.getCardinality(); i++) {
				names(node.getChild(i), names);
			}
		}
	}

}
