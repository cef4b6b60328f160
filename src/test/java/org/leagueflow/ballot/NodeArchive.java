package org.leagueflow.ballot;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The classes of a program in an archive of the virtual machine (class data sharing):
 * they are read and checked once and not at each of its many starts. Classes come from
 * jars, because those of folders are not archived.
 */
final class NodeArchive {

	private final String classPath;

	private final Path archive;

	/**
	 * Starts the program once, until its beans are there.
	 * @param folder where jars and archive go
	 * @param program its options of the virtual machine, its class and its arguments
	 */
	NodeArchive(Path folder, List<String> program) throws IOException, InterruptedException {
		List<String> jars = new ArrayList<>();
		for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
			jars.add(Files.isDirectory(Path.of(part))
					? jar(Path.of(part), folder.resolve("classes" + jars.size() + ".jar")).toString() : part);
		}
		this.classPath = String.join(File.pathSeparator, jars);
		this.archive = folder.resolve("classes.jsa");
		List<String> command = new ArrayList<>(List.of(java(), "-XX:ArchiveClassesAtExit=" + this.archive,
				"-Dspring.context.exit=onRefresh", "-cp", this.classPath));
		command.addAll(program);
		Path log = folder.resolve("archive.log");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		if (!process.waitFor(3, TimeUnit.MINUTES) || !Files.exists(this.archive)) {
			process.destroyForcibly();
			throw new IllegalStateException("No archive of classes: " + Files.readString(log));
		}
	}

	/** The virtual machine with this archive. */
	List<String> java(List<String> program) {
		List<String> command = new ArrayList<>(
				List.of(java(), "-XX:SharedArchiveFile=" + this.archive, "-Xshare:auto", "-cp", this.classPath));
		command.addAll(program);
		return command;
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin/java").toString();
	}

	private static Path jar(Path classes, Path jar) throws IOException {
		try (OutputStream file = Files.newOutputStream(jar);
				ZipOutputStream zip = new ZipOutputStream(file);
				Stream<Path> all = Files.walk(classes)) {
			zip.setLevel(Deflater.NO_COMPRESSION);
			all.filter(Files::isRegularFile).sorted().forEach((one) -> {
				try {
					zip.putNextEntry(new ZipEntry(classes.relativize(one).toString().replace(File.separatorChar, '/')));
					Files.copy(one, zip);
					zip.closeEntry();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
		return jar;
	}

}
