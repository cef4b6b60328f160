package org.leagueflow.engine.camunda;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** One element of a diagram or table, which still knows the line it stands on. */
final class XmlElement {

	static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

	static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	private final String namespace;

	private final String name;

	private final int line;

	private final XmlElement parent;

	private final Map<QName, String> attributes = new LinkedHashMap<>();

	private final List<XmlElement> children = new ArrayList<>();

	private final StringBuilder text = new StringBuilder();

	private XmlElement(String namespace, String name, int line, XmlElement parent) {
		this.namespace = namespace;
		this.name = name;
		this.line = line;
		this.parent = parent;
	}

	/**
	 * Reads a file without looking at anything outside of it.
	 * @param language in which the parser explains what is wrong
	 * @throws SAXParseException with the line where the XML breaks
	 */
	static XmlElement read(String xml, Locale language) throws SAXException {
		Reader reader = new Reader();
		try {
			SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			SAXParser parser = factory.newSAXParser();
			parser.setProperty("http://apache.org/xml/properties/locale", language);
			parser.parse(new InputSource(new StringReader(xml)), reader);
		}
		catch (ParserConfigurationException | IOException ex) {
			throw new IllegalStateException(ex);
		}
		return reader.root;
	}

	String namespace() {
		return this.namespace;
	}

	String name() {
		return this.name;
	}

	int line() {
		return this.line;
	}

	/** The element around this one, or null. */
	XmlElement parent() {
		return this.parent;
	}

	List<XmlElement> children() {
		return this.children;
	}

	/** Text that stands directly in it, without blanks around. */
	String text() {
		return this.text.toString().strip();
	}

	Map<QName, String> attributes() {
		return this.attributes;
	}

	/** An attribute without namespace, or null. */
	String get(String attribute) {
		return this.attributes.get(new QName(attribute));
	}

	/** An attribute of the engine's own, or null. */
	String camunda(String attribute) {
		return this.attributes.get(new QName(CAMUNDA, attribute));
	}

	String id() {
		return get("id");
	}

	boolean isBpmn(String... names) {
		return BPMN.equals(this.namespace) && List.of(names).contains(this.name);
	}

	/** Itself and everything in it, in the file's order. */
	Stream<XmlElement> all() {
		return Stream.concat(Stream.of(this), this.children.stream().flatMap(XmlElement::all));
	}

	/** Elements of the standard below this one with one of these names. */
	List<XmlElement> all(String... names) {
		return all().filter((element) -> element.isBpmn(names)).toList();
	}

	/** Children of the standard with one of these names. */
	List<XmlElement> children(String... names) {
		return this.children.stream().filter((element) -> element.isBpmn(names)).toList();
	}

	/** Children of its own namespace with one of these names. */
	List<XmlElement> named(String... names) {
		return this.children.stream()
			.filter((element) -> element.namespace.equals(this.namespace) && List.of(names).contains(element.name))
			.toList();
	}

	/** The text of its {@code text} child, as tables write expressions. */
	String textChild() {
		return named("text").stream().map(XmlElement::text).findFirst().orElse("");
	}

	/** Itself and the elements around it, inner ones first. */
	Stream<XmlElement> outwards() {
		return Stream.iterate(this, (element) -> element != null, XmlElement::parent);
	}

	/** Builds the tree while the parser reads. */
	private static final class Reader extends DefaultHandler {

		private final Deque<XmlElement> open = new ArrayDeque<>();

		private Locator locator;

		private XmlElement root;

		@Override
		public void setDocumentLocator(Locator locator) {
			this.locator = locator;
		}

		@Override
		public void startElement(String uri, String localName, String qName, Attributes attributes) {
			XmlElement around = this.open.peek();
			XmlElement element = new XmlElement(uri, localName, this.locator.getLineNumber(), around);
			for (int i = 0; i < attributes.getLength(); i++) {
				element.attributes.put(new QName(attributes.getURI(i), attributes.getLocalName(i)),
						attributes.getValue(i));
			}
			if (around != null) {
				around.children.add(element);
			}
			else {
				this.root = element;
			}
			this.open.push(element);
		}

		@Override
		public void characters(char[] signs, int start, int length) {
			this.open.element().text.append(signs, start, length);
		}

		@Override
		public void endElement(String uri, String localName, String qName) {
			this.open.pop();
		}

		@Override
		public void fatalError(SAXParseException ex) throws SAXException {
			throw ex;
		}

	}

}
