package org.leagueflow.ballot;

import java.io.IOException;
import java.io.OutputStream;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The stand-alone verifier as a jar, put together from the classes that this version was
 * built with.
 */
@Component
class VerifierJar {

	private static final String FOLDER = "org/leagueflow/verify/";

	void write(OutputStream out) throws IOException {
		try (JarOutputStream jar = new JarOutputStream(out, manifest())) {
			for (Resource part : new PathMatchingResourcePatternResolver()
				.getResources("classpath:" + FOLDER + "VerifyBallot*.class")) {
				jar.putNextEntry(new ZipEntry(FOLDER + part.getFilename()));
				jar.write(part.getContentAsByteArray());
				jar.closeEntry();
			}
		}
	}

	private static Manifest manifest() {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.leagueflow.verify.VerifyBallot");
		return manifest;
	}

}
