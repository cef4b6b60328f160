package org.leagueflow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes packages of Office files (OPC) by hand, for tests of what they may be called. */
public final class OfficeFiles {

	public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

	public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

	private OfficeFiles() {
	}

	/**
	 * A package whose relationships name this target as its main part.
	 * @param part how the part is called in fact
	 * @param others more parts, with something in them
	 */
	public static byte[] office(String target, String part, String contentType, String... others) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			put(zip, "[Content_Types].xml",
					"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
							+ " Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
							+ "<Override PartName=\"/" + part + "\" ContentType=\"" + contentType + "\"/></Types>");
			put(zip, "_rels/.rels",
					"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
							+ " Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
							+ "officeDocument\" Target=\"" + target + "\"/></Relationships>");
			put(zip, part, "<x/>");
			for (String other : others) {
				put(zip, other, "x");
			}
		}
		return bytes.toByteArray();
	}

	private static void put(ZipOutputStream zip, String name, String content) throws IOException {
		zip.putNextEntry(new ZipEntry(name));
		zip.write(content.getBytes(StandardCharsets.UTF_8));
	}

}
