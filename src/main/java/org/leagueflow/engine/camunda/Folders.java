package org.leagueflow.engine.camunda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Finds the process folders on the classpath: {@code bpmn/<process>/*} and
 * {@code forms/<process>/*}.
 */
final class Folders {

	private Folders() {
	}

	/** Files by path, by process. */
	static Map<String, Map<String, String>> onClasspath() {
		Map<String, Map<String, String>> folders = new TreeMap<>();
		for (String root : new String[] { "bpmn", "forms" }) {
			read(root, folders);
		}
		return folders;
	}

	private static void read(String root, Map<String, Map<String, String>> folders) {
		try {
			for (Resource resource : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:" + root + "/*/*.*")) {
				String url = resource.getURL().toString();
				String path = url.substring(url.lastIndexOf("/" + root + "/") + 1);
				folders.computeIfAbsent(path.split("/")[1], (process) -> new TreeMap<>())
					.putIfAbsent(path, resource.getContentAsString(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
