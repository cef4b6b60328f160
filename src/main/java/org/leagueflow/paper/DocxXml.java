package org.leagueflow.paper;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML of Office files, by local names, so that any prefix and the strict form (ISO/IEC
 * 29500) are read alike; nothing outside the part is ever fetched.
 */
final class DocxXml {

	private DocxXml() {
	}

	static String attribute(XMLStreamReader xml, String name) {
		for (int at = 0; at < xml.getAttributeCount(); at++) {
			if (xml.getAttributeLocalName(at).equals(name)) {
				return xml.getAttributeValue(at);
			}
		}
		return "";
	}

	static int number(String digits, int otherwise) {
		try {
			return Integer.parseInt(digits.strip());
		}
		catch (NumberFormatException ex) {
			return otherwise;
		}
	}

	/** Whether a property without a value, or with one that does not deny it, is on. */
	static boolean on(XMLStreamReader xml) {
		String value = attribute(xml, "val");
		return !(value.equals("0") || value.equals("false") || value.equals("off") || value.equals("none"));
	}

	/** Goes to the end of the element at which the reader stands. */
	static void skip(XMLStreamReader xml) throws XMLStreamException {
		int depth = 1;
		while (depth > 0) {
			int event = xml.next();
			depth += (event == XMLStreamReader.START_ELEMENT) ? 1 : (event == XMLStreamReader.END_ELEMENT) ? -1 : 0;
		}
	}

}
