package org.leagueflow.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A zip that may be an Office file (OPC, ISO/IEC 29500-2): its main part is the one that
 * the relationships of the package name, whatever it is called, and is what its content
 * type says. Reads these two lists only and unpacks nothing else.
 */
final class OfficePackage {

	private static final int MAX_PARTS = 10_000;

	/** What each of the two lists may unpack to, in bytes. */
	private static final int MAX_LIST = 1 << 20;

	private static final String CONTENT_TYPES = "[content_types].xml";

	private static final String RELATIONSHIPS = "_rels/.rels";

	/** Ends the type of the relationship, in transitional files as in strict ones. */
	private static final String MAIN = "/relationships/officedocument";

	private final ZipFile zip;

	/** The parts by their names in small letters, as the standard compares them. */
	private final Map<String, ZipArchiveEntry> parts;

	private OfficePackage(ZipFile zip) {
		this.zip = zip;
		this.parts = new TreeMap<>();
		for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
			this.parts.putIfAbsent(plain(part.getName()), part);
		}
	}

	static FileType type(SeekableByteChannel content) {
		try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(content).get()) {
			return new OfficePackage(zip).type();
		}
		catch (IOException | XMLStreamException | IllegalArgumentException ex) {
			return FileType.DAMAGED;
		}
	}

	private FileType type() throws IOException, XMLStreamException {
		if (this.parts.size() > MAX_PARTS) {
			return FileType.DAMAGED;
		}
		if (this.parts.containsKey(CONTENT_TYPES)) {
			return office();
		}
		if (this.parts.containsKey("mimetype")) {
			return openDocument(text("mimetype"));
		}
		return this.parts.keySet().stream().anyMatch((name) -> name.endsWith(".iwa")) ? FileType.APPLE
				: FileType.ARCHIVE;
	}

	private FileType office() throws IOException, XMLStreamException {
		Map<String, String> types = new HashMap<>();
		each(CONTENT_TYPES, (element, attribute) -> {
			String of = element.equals("Override") ? plain(attribute.apply("PartName"))
					: "." + plain(attribute.apply("Extension"));
			types.put(of, attribute.apply("ContentType").toLowerCase(Locale.ROOT));
		});
		List<String> main = new ArrayList<>();
		each(RELATIONSHIPS, (element, attribute) -> {
			if (attribute.apply("Type").toLowerCase(Locale.ROOT).endsWith(MAIN)) {
				main.add(plain(
						URLDecoder.decode(attribute.apply("Target").replace("+", "%2B"), StandardCharsets.UTF_8)));
			}
		});
		if (macros(types)) {
			return FileType.MACROS;
		}
		if (main.size() != 1 || !this.parts.containsKey(main.get(0))) {
			return FileType.DAMAGED;
		}
		String extension = main.get(0).substring(main.get(0).lastIndexOf('.') + 1);
		return type(types.getOrDefault(main.get(0), types.getOrDefault("." + extension, "")));
	}

	private boolean macros(Map<String, String> types) {
		return types.values()
			.stream()
			.anyMatch((type) -> type.contains("macroenabled.main+xml") || type.contains("vbaproject")
					|| type.contains("macrosheet"))
				|| this.parts.keySet().stream().anyMatch((name) -> name.endsWith("vbaproject.bin"));
	}

	private static FileType type(String contentType) {
		if (contentType.endsWith("spreadsheetml.sheet.main+xml")) {
			return FileType.XLSX;
		}
		if (contentType.endsWith("wordprocessingml.document.main+xml")) {
			return FileType.DOCX;
		}
		if (contentType.contains("sheet.binary")) {
			return FileType.XLSB;
		}
		if (contentType.endsWith(".template.main+xml")) {
			return FileType.TEMPLATE;
		}
		return contentType.contains("presentationml") ? FileType.SLIDES : FileType.UNKNOWN;
	}

	private static FileType openDocument(String type) {
		if (type.startsWith("application/vnd.oasis.opendocument.spreadsheet")) {
			return FileType.ODS;
		}
		return type.startsWith("application/vnd.oasis.") ? FileType.OPEN_DOCUMENT : FileType.ARCHIVE;
	}

	private String text(String name) throws IOException {
		return new String(list(name), StandardCharsets.UTF_8).strip();
	}

	/** Hands over the elements below the root, with a way to their attributes. */
	private void each(String name, BiConsumer<String, Function<String, String>> use)
			throws IOException, XMLStreamException {
		XMLStreamReader reader = SafeXml.read(new ByteArrayInputStream(list(name)));
		int depth = 0;
		while (reader.hasNext()) {
			int event = reader.next();
			if (event == XMLStreamReader.START_ELEMENT && ++depth == 2) {
				use.accept(reader.getLocalName(), (attribute) -> {
					String value = reader.getAttributeValue(null, attribute);
					return (value != null) ? value : "";
				});
			}
			else if (event == XMLStreamReader.END_ELEMENT) {
				depth--;
			}
		}
	}

	private byte[] list(String name) throws IOException {
		ZipArchiveEntry part = this.parts.get(name);
		if (part == null) {
			throw new IOException("No " + name);
		}
		try (InputStream content = this.zip.getInputStream(part)) {
			byte[] bytes = content.readNBytes(MAX_LIST + 1);
			if (bytes.length > MAX_LIST) {
				throw new IOException(name + " is too large");
			}
			return bytes;
		}
	}

	/** A name as parts are compared: small letters, from the root, no dots. */
	private static String plain(String name) {
		String plain = name.replace('\\', '/').toLowerCase(Locale.ROOT);
		while (plain.startsWith("/") || plain.startsWith("./")) {
			plain = plain.substring(plain.indexOf('/') + 1);
		}
		return plain;
	}

}
