package org.leagueflow.engine.camunda;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leagueflow.kernel.Utc;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Remembers which process folders and running versions a program has found sound, so that
 * its next start need not check them again, which is a tenth of a start. What was checked
 * is the same as long as the program, every folder and the versions with cases are. A
 * program that runs from directories of classes may change at any time, so that it checks
 * at every start.
 */
@Repository
class CheckedFolders {

	private static final Duration KEPT = Duration.ofDays(90);

	private final JdbcClient jdbc;

	/** What the program is known by; null where it may change. */
	private final String program;

	@Autowired
	CheckedFolders(JdbcClient jdbc, ProgramVersion.Built built) {
		this(jdbc, program(new ApplicationHome(CheckedFolders.class).getSource(), built.program()));
	}

	CheckedFolders(JdbcClient jdbc, String program) {
		this.jdbc = jdbc;
		this.program = program;
	}

	/**
	 * @param source the archive or directory that the program runs from
	 */
	static String program(File source, ProgramVersion version) {
		return (source != null && source.isFile())
				? version.builtAt() + " " + source.length() + " " + source.lastModified() : null;
	}

	/** Whether this program found them sound before. */
	boolean sound(Map<String, Map<String, String>> folders, List<String> running) {
		return this.program != null && this.jdbc.sql("SELECT COUNT(*) FROM checked_folders WHERE fingerprint = ?")
			.param(fingerprint(folders, running))
			.query(Long.class)
			.single() > 0;
	}

	/** Remembers that they are sound, and forgets what was remembered long ago. */
	void remember(Map<String, Map<String, String>> folders, List<String> running, Instant now) {
		if (this.program == null) {
			return;
		}
		this.jdbc.sql("DELETE FROM checked_folders WHERE checked_at < ?").param(Utc.column(now.minus(KEPT))).update();
		try {
			this.jdbc.sql("INSERT INTO checked_folders (fingerprint, checked_at) VALUES (?, ?)")
				.params(fingerprint(folders, running), Utc.column(now))
				.update();
		}
		catch (DuplicateKeyException ex) {
			// Another node found the same.
		}
	}

	private String fingerprint(Map<String, Map<String, String>> folders, List<String> running) {
		Map<String, String> parts = new TreeMap<>();
		folders.forEach((process, files) -> parts.put("folder " + process, FolderDeployment.content(files)));
		running.forEach((version) -> parts.put("running " + version, ""));
		parts.put("program", this.program);
		return FolderDeployment.content(parts);
	}

}
