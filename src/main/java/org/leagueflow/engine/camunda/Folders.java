package org.leagueflow.engine.camunda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Finds the process folders on the classpath: {@code bpmn/<process>/*} and
 * {@code forms/<process>/*}. Bytes that are no UTF-8 become {@code U+FFFD}, which the
 * check of the folder finds.
 */
final class Folders {

	/** Left behind by desktops and editors, never meant. */
	private static final Set<String> IGNORED_FILES = Set.of("Thumbs.db", "desktop.ini");

	private Folders() {
	}

	/** Files by path, by process; what stands in no folder goes under its own name. */
	static Map<String, Map<String, String>> onClasspath() {
		Map<String, Map<String, String>> folders = new TreeMap<>();
		for (String root : new String[] { "bpmn", "forms" }) {
			read(root, folders);
		}
		return folders;
	}

	/** The process whose folder holds the file. */
	static String process(String path) {
		return path.split("/")[1];
	}

	private static void read(String root, Map<String, Map<String, String>> folders) {
		try {
			for (Resource resource : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:" + root + "/**/*.*")) {
				String url = URLDecoder.decode(resource.getURL().toString().replace("+", "%2B"),
						StandardCharsets.UTF_8);
				String path = url.substring(url.lastIndexOf("/" + root + "/") + 1);
				String name = path.substring(path.lastIndexOf('/') + 1);
				if (!name.startsWith(".") && !name.endsWith("~") && !IGNORED_FILES.contains(name)
						&& resource.isReadable()) {
					folders.computeIfAbsent(process(path), (process) -> new TreeMap<>())
						.putIfAbsent(path, text(resource));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The file's text without the mark that some editors put before it. */
	private static String text(Resource resource) throws IOException {
		String text = new String(resource.getContentAsByteArray(), StandardCharsets.UTF_8);
		return text.startsWith("\uFEFF") ? text.substring(1) : text;
	}

}
