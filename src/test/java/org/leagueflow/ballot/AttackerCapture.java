package org.leagueflow.ballot;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.DeleteRowsEventData;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Captures everything that an attacker of the secret ballot can read from a MySQL server.
 */
final class AttackerCapture {

	/**
	 * An administrator of the server; without one neither binary log nor files are had.
	 */
	private static final String ADMIN = System.getenv("LEAGUEFLOW_TEST_MYSQL_ADMIN_URL");

	private static final String ADMIN_USER = System.getenv().getOrDefault("LEAGUEFLOW_TEST_MYSQL_ADMIN_USER", "root");

	private static final String ADMIN_PASSWORD = System.getenv()
		.getOrDefault("LEAGUEFLOW_TEST_MYSQL_ADMIN_PASSWORD", "");

	/**
	 * Ends the names of redo files that hold nothing yet and are renamed when they do.
	 */
	private static final String SPARE = "_tmp";

	private static final long SIGN = Long.MIN_VALUE;

	private final JdbcTemplate jdbc;

	private final String database;

	private final String logFile;

	private final long logFrom;

	/** What could not be had, said plainly. */
	final List<String> missing = new ArrayList<>();

	AttackerCapture(JdbcTemplate jdbc) throws SQLException {
		this.jdbc = jdbc;
		this.database = jdbc.queryForObject("SELECT DATABASE()", String.class);
		if (ADMIN == null) {
			this.missing.add("binary log and data files: LEAGUEFLOW_TEST_MYSQL_ADMIN_URL is not set");
			this.logFile = null;
			this.logFrom = 0;
			return;
		}
		try (Connection admin = admin();
				ResultSet at = admin.createStatement().executeQuery("SHOW BINARY LOG STATUS")) {
			at.next();
			this.logFile = at.getString(1);
			this.logFrom = at.getLong(2);
		}
	}

	/** Every row of every table, engine history and sessions included. */
	List<Trace> dump(String name) {
		return this.jdbc
			.queryForList("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
					+ " AND table_type = 'BASE TABLE' ORDER BY table_name", String.class)
			.stream()
			.map((table) -> new Trace(name + " " + table,
					this.jdbc.query("SELECT * FROM `" + table + "`", (row, number) -> entry(table, row))))
			.toList();
	}

	private static Trace.Entry entry(String table, ResultSet row) throws SQLException {
		List<Object> cells = new ArrayList<>();
		for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
			Object cell = row.getObject(i);
			cells.add((cell instanceof java.time.LocalDateTime time) ? java.sql.Timestamp.valueOf(time) : cell);
		}
		return new Trace.Entry(table, cells);
	}

	/** All that was written since the beginning, in the order of commits. */
	List<Trace> binaryLog() throws Exception {
		if (ADMIN == null) {
			return List.of();
		}
		String lastFile;
		long last;
		try (Connection admin = admin();
				ResultSet at = admin.createStatement().executeQuery("SHOW BINARY LOG STATUS")) {
			at.next();
			lastFile = at.getString(1);
			last = at.getLong(2);
		}
		List<Trace.Entry> entries = new ArrayList<>();
		Map<Long, String> tables = new HashMap<>();
		URI server = URI.create(ADMIN.substring("jdbc:".length()));
		BinaryLogClient client = new BinaryLogClient(server.getHost(), server.getPort(), ADMIN_USER, ADMIN_PASSWORD);
		client.setServerId(900_000 + (System.nanoTime() % 90_000));
		client.setBinlogFilename(this.logFile);
		client.setBinlogPosition(this.logFrom);
		client.setKeepAlive(false);
		EventDeserializer reader = new EventDeserializer();
		reader.setCompatibilityMode(EventDeserializer.CompatibilityMode.CHAR_AND_BINARY_AS_BYTE_ARRAY);
		client.setEventDeserializer(reader);
		String[] file = { this.logFile };
		client.registerEventListener((event) -> {
			EventData data = event.getData();
			if (data instanceof RotateEventData rotate) {
				file[0] = rotate.getBinlogFilename();
			}
			else if (data instanceof TableMapEventData map) {
				tables.put(map.getTableId(), map.getDatabase().equals(this.database) ? map.getTable() : null);
			}
			else {
				read(event, data, tables, entries);
			}
			boolean over = event.getHeader() instanceof EventHeaderV4 header && header.getNextPosition() >= last;
			if (file[0].equals(lastFile) && over) {
				stop(client);
			}
		});
		client.connect();
		return List.of(new Trace("binary log", entries));
	}

	private static void read(Event event, EventData data, Map<Long, String> tables, List<Trace.Entry> entries) {
		Date at = new Date(event.getHeader().getTimestamp());
		if (data instanceof WriteRowsEventData write && tables.get(write.getTableId()) != null) {
			write.getRows().forEach((row) -> entries.add(entry("+" + tables.get(write.getTableId()), at, row)));
		}
		else if (data instanceof UpdateRowsEventData update && tables.get(update.getTableId()) != null) {
			update.getRows()
				.forEach((row) -> entries.add(entry("=" + tables.get(update.getTableId()), at, row.getValue())));
		}
		else if (data instanceof DeleteRowsEventData delete && tables.get(delete.getTableId()) != null) {
			delete.getRows().forEach((row) -> entries.add(entry("-" + tables.get(delete.getTableId()), at, row)));
		}
	}

	private static Trace.Entry entry(String kind, Date at, Serializable[] row) {
		List<Object> cells = new ArrayList<>(Arrays.asList((Object[]) row));
		cells.replaceAll((cell) -> (cell instanceof byte[] bytes) ? text(bytes) : cell);
		cells.add(at);
		return new Trace.Entry(kind, cells);
	}

	/** Texts come as bytes from the binary log. */
	private static Object text(byte[] bytes) {
		for (byte one : bytes) {
			if (one >= 0 && one < 32) {
				return bytes;
			}
		}
		String text = new String(bytes, StandardCharsets.UTF_8);
		return (text.indexOf('\ufffd') < 0) ? text : bytes;
	}

	private static void stop(BinaryLogClient client) {
		try {
			client.disconnect();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Where voters and papers lie in the files of the tables and in the server's logs of
	 * changes (redo, undo), by their places in these files.
	 */
	List<Trace> files(long ballot, Set<Long> voters, Papers papers) throws Exception {
		Path folder = folder();
		if (folder == null) {
			if (ADMIN != null) {
				this.missing.add("data files: the server's folder cannot be read from here");
			}
			return List.of();
		}
		List<Trace> traces = new ArrayList<>();
		try (Connection admin = admin(); Statement statement = admin.createStatement()) {
			List<String> tables = this.jdbc.queryForList("SELECT table_name FROM information_schema.tables"
					+ " WHERE table_schema = DATABASE() AND (table_name LIKE '%ballot%' OR table_name LIKE 'leak%')",
					String.class);
			statement.execute("FLUSH TABLES "
					+ String.join(", ", tables.stream().map((table) -> this.database + "." + table).toList())
					+ " FOR EXPORT");
			for (String table : tables) {
				traces.add(scan(folder.resolve(this.database).resolve(table + ".ibd"), ballot, voters, papers));
			}
			statement.execute("UNLOCK TABLES");
		}
		List<Path> changes = new ArrayList<>();
		for (String pattern : List.of("undo_*", "#innodb_redo/#ib_redo*")) {
			Path in = folder.resolve(pattern).getParent();
			try (Stream<Path> files = Files.list(in)) {
				String name = Path.of(pattern).getFileName().toString().replace("*", "");
				files.filter((file) -> file.getFileName().toString().startsWith(name))
					.filter((file) -> !file.getFileName().toString().endsWith(SPARE))
					.sorted()
					.forEach(changes::add);
			}
		}
		for (Path file : changes) {
			try {
				traces.add(scan(file, ballot, voters, papers));
			}
			catch (NoSuchFileException ex) {
				this.missing.add(file.getFileName() + ": the server gave it up meanwhile");
			}
		}
		return traces;
	}

	private static Trace scan(Path file, long ballot, Set<Long> voters, Papers papers) throws IOException {
		byte[] all = Files.readAllBytes(file);
		ByteBuffer bytes = ByteBuffer.wrap(all);
		List<Trace.Entry> entries = new ArrayList<>();
		long here = 0;
		for (int i = -7; i + 16 <= all.length; i++) {
			here = here << 8 | all[i + 7] & 0xff;
			if (i < 0) {
				continue;
			}
			if (here == (ballot ^ SIGN) && voters.contains(bytes.getLong(i + 8) ^ SIGN)) {
				entries.add(new Trace.Entry("place", Arrays.asList(bytes.getLong(i + 8) ^ SIGN, null)));
			}
			else if (papers.at(here) >= 0) {
				byte[] part = new byte[8];
				bytes.get(i, part);
				entries.add(new Trace.Entry("place", Arrays.asList(null, part)));
			}
		}
		return new Trace("file " + file.getFileName(), entries);
	}

	/** The server's data folder as seen from here, when it runs on this machine. */
	private Path folder() throws Exception {
		if (ADMIN == null) {
			return null;
		}
		String folder;
		try (Connection admin = admin(); ResultSet row = admin.createStatement().executeQuery("SELECT @@datadir")) {
			row.next();
			folder = row.getString(1);
		}
		try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
			return processes.filter((process) -> process.getFileName().toString().matches("\\d+"))
				.map((process) -> Path.of(process + "/root" + folder))
				.filter((path) -> Files.isReadable(path.resolve(this.database)))
				.findFirst()
				.orElse(null);
		}
	}

	private static Connection admin() throws SQLException {
		return DriverManager.getConnection(ADMIN, ADMIN_USER, ADMIN_PASSWORD);
	}

}
