package org.leagueflow.document;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.ConfigureBuilder;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** Fills a template drawn in Word: how a document looks stands there, not in code. */
public final class WordFile {

	/** Its media type. */
	public static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

	private WordFile() {
	}

	/**
	 * Fills a template.
	 * @param template its place on the classpath, such as {@code meeting/minutes.docx}
	 * @param words what the template names in double braces
	 * @param lists the names among them whose elements each make a row of a table
	 */
	public static byte[] write(String template, Map<String, ?> words, String... lists) {
		ConfigureBuilder configure = Configure.builder();
		for (String list : lists) {
			configure.bind(list, new LoopRowTableRenderPolicy());
		}
		try (InputStream source = new ClassPathResource(template).getInputStream();
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			XWPFTemplate.compile(source, configure.build()).render(words).writeAndClose(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
