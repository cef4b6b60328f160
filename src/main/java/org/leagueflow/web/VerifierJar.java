package org.leagueflow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;

/**
 * A stand-alone verifier as a jar, put together from the classes that this version was
 * built with.
 */
public final class VerifierJar {

	private static final String FOLDER = "org/leagueflow/verify/";

	private VerifierJar() {
	}

	/**
	 * Sends it as a download.
	 * @param program the simple name of its main class, {@code VerifyBallot}
	 * @param file what the file is called
	 */
	public static void send(String program, String file, HttpServletResponse response) throws IOException {
		response.setContentType("application/java-archive");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
		write(program, response.getOutputStream());
	}

	/** Writes the program's classes and a manifest that names its main class. */
	public static void write(String program, OutputStream out) throws IOException {
		try (JarOutputStream jar = new JarOutputStream(out, manifest(program))) {
			for (Resource part : new PathMatchingResourcePatternResolver()
				.getResources("classpath:" + FOLDER + program + "*.class")) {
				jar.putNextEntry(new ZipEntry(FOLDER + part.getFilename()));
				jar.write(part.getContentAsByteArray());
				jar.closeEntry();
			}
		}
	}

	private static Manifest manifest(String program) {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.leagueflow.verify." + program);
		return manifest;
	}

}
