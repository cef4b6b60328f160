package org.leagueflow.kernel;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that strangers wrote: without a DTD and without entities from elsewhere. */
public final class SafeXml {

	private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

	static {
		XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
	}

	private SafeXml() {
	}

	public static XMLStreamReader read(InputStream content) throws XMLStreamException {
		return XML.createXMLStreamReader(content);
	}

}
