package org.leagueflow.verify;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Checks the audit record without the system that wrote it: an exported file, one entry
 * with its proof, or a database, and compares it with checkpoints that were noted
 * outside. <pre>
 * java -jar verify-audit.jar FILE [--known CODE]... [--key BASE64]...
 * java -cp verify-audit.jar:DRIVER.jar org.leagueflow.verify.VerifyAudit \
 *      --database JDBC-URL USER [--known CODE]... [--key BASE64]...   (password: AUDIT_DB_PASSWORD)
 * </pre> Ends with 0 when all is well, with 1 and the first bad entry when not, with 2
 * when it cannot tell. Uses nothing but the JDK.
 * <p>
 * The file is ASCII, each line ended by a line feed: {@code leagueflow-audit/1} (or
 * {@code leagueflow-audit-proof/1}), then {@code key} (name, public key in X.509), and in
 * their order {@code entry} lines (number of the seal, number of the entry, hash before,
 * hash, then its columns in base64: milliseconds, person, name, acting for, post, unit,
 * case, what, subject, hash before, hash after, detail, node, nonce, mark; {@code -} is
 * missing, {@code =} is empty), {@code checkpoint} lines (size, root, milliseconds, key,
 * signature), {@code path} lines in a proof, and {@code end} with the number of entries.
 * A hash is SHA-256 of the hash before, the seal's number, each column with its length,
 * the entry's number likewise and the mark. The tree over the 32-byte hashes is that of
 * RFC 6962; a checkpoint's signature is Ed25519 over {@code leagueflow-checkpoint/1},
 * size, root, milliseconds and key, each ended by a line feed.
 */
public final class VerifyAudit {

	private static final String RECORD = "leagueflow-audit/1";

	private static final String PROOF = "leagueflow-audit-proof/1";

	private static final String GENESIS = "0".repeat(64);

	/** Columns of an entry after its hashes; the last one is the mark. */
	private static final int COLUMNS = 15;

	/** More than any line has. */
	private static final int MAX_WORDS = 25;

	private static final int MAX_LINE = 32 << 20;

	private static final int MAX_KEYS = 1000;

	private static final int MAX_PATH = 64;

	private final PrintStream out;

	private final List<String> known;

	private final Map<String, String> keys = new TreeMap<>();

	private final boolean trusted;

	/**
	 * Roots of complete subtrees, the largest first, each with how many leaves it has.
	 */
	private final Deque<Node> peaks = new ArrayDeque<>();

	private String previous = GENESIS;

	private long count;

	private long signedUpTo;

	private String signedOn = "the beginning";

	private int checkpoints;

	private final List<String> missingKnown;

	private VerifyAudit(PrintStream out, List<String> known, List<String> trusted) throws Bad {
		this.out = out;
		this.known = known;
		this.missingKnown = new ArrayList<>(known);
		this.trusted = !trusted.isEmpty();
		for (String key : trusted) {
			this.keys.put(name(key), key);
		}
	}

	public static void main(String[] args) {
		System.exit(run(args, System.getenv("AUDIT_DB_PASSWORD"), System.out));
	}

	/** What the program ends with; everything it finds is printed. */
	public static int run(String[] args, String password, PrintStream out) {
		List<String> rest = new ArrayList<>();
		List<String> known = new ArrayList<>();
		List<String> keys = new ArrayList<>();
		for (int i = 0; i < args.length; i++) {
			if ((args[i].equals("--known") || args[i].equals("--key")) && i + 1 < args.length) {
				(args[i].equals("--known") ? known : keys).add(args[++i].strip());
			}
			else {
				rest.add(args[i]);
			}
		}
		boolean database = rest.size() == 3 && rest.get(0).equals("--database");
		if (!database && (rest.size() != 1 || rest.get(0).startsWith("--"))) {
			out.println("Usage: java -jar verify-audit.jar FILE [--known CODE]... [--key BASE64]...");
			return 2;
		}
		if (known.stream().anyMatch((code) -> !code.matches("[1-9][0-9]{0,17}-[0-9a-f]{16,64}"))) {
			out.println(
					"A known checkpoint is its size, a hyphen and its first digits, such as 1250-0a1b2c3d4e5f60718293");
			return 2;
		}
		if (keys.stream().anyMatch((key) -> publicKey(key) == null)) {
			out.println("A key is its X.509 form in base64, as the page of checkpoints shows it");
			return 2;
		}
		try {
			VerifyAudit check = new VerifyAudit(out, known, keys);
			if (database) {
				check.database(rest.get(1), rest.get(2), password);
			}
			else {
				check.file(Path.of(rest.get(0)));
			}
			return 0;
		}
		catch (Bad ex) {
			out.println("BAD: " + shown(ex.getMessage(), 400));
			return 1;
		}
		catch (Unreadable | IOException | SQLException | RuntimeException ex) {
			out.println("This cannot be checked: " + shown(String.valueOf(ex.getMessage()), 400));
			return 2;
		}
		catch (OutOfMemoryError ex) {
			out.println("This cannot be checked: it is larger than the memory; give the program more with -Xmx");
			return 2;
		}
	}

	private void file(Path file) throws IOException, Bad, Unreadable {
		try (Lines lines = new Lines(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
			String kind = lines.next();
			if (PROOF.equals(kind)) {
				proof(lines);
			}
			else if (RECORD.equals(kind)) {
				record(lines);
			}
			else {
				throw new Unreadable("its first line is neither " + RECORD + " nor " + PROOF);
			}
		}
	}

	private void record(Lines lines) throws IOException, Bad, Unreadable {
		boolean ended = false;
		for (String line = lines.next(); line != null; line = lines.next()) {
			String[] words = line.split(" ", MAX_WORDS);
			if (ended) {
				throw new Bad("there is more after the end of the file");
			}
			switch (words[0]) {
				case "key" -> key(words);
				case "entry" -> entry(words);
				case "checkpoint" -> checkpoint(checkpointOf(words));
				case "end" -> {
					ended = true;
					end(words);
				}
				default -> throw new Bad("after entry " + this.count + " a line begins with “" + shown(words[0])
						+ "”, which no export writes");
			}
		}
		if (!ended) {
			throw new Bad("the file was cut off after entry " + this.count);
		}
		if (this.signedUpTo < this.count) {
			throw new Bad("nobody signed the entries after " + this.signedUpTo + "; an export ends with a checkpoint");
		}
		wellDone();
	}

	private void end(String[] words) throws Bad {
		exactly(2, words);
		long said = number(words, 1, "the end");
		if (said != this.count) {
			throw new Bad("the file says that it holds " + said + " entries, and it holds " + this.count);
		}
	}

	private void entry(String[] words) throws Bad {
		long seq = number(words, 1, "an entry");
		if (seq != this.count + 1) {
			throw new Bad(
					"after entry " + this.count + " comes entry " + seq + ": an entry was removed, added or moved");
		}
		if (words.length == 6 && words[5].equals("gone")) {
			throw new Bad("entry " + seq + " was deleted; its seal is still there");
		}
		if (words.length != 5 + COLUMNS) {
			throw new Bad("entry " + seq + " has another number of columns");
		}
		String[] columns = new String[COLUMNS];
		for (int i = 0; i < COLUMNS; i++) {
			columns[i] = text(words[5 + i], seq);
		}
		entry(seq, number(words, 2, "entry " + seq), words[3], words[4], columns);
	}

	/** One link of the chain, which becomes a leaf of the tree. */
	private void entry(long seq, long id, String before, String hash, String[] columns) throws Bad {
		plain(seq, before, hash, columns);
		if (!this.previous.equals(before)) {
			throw new Bad("the seal of entry " + seq + " does not follow the one before it");
		}
		if (!hash(before, seq, id, columns).equals(hash)) {
			throw new Bad("entry " + seq + " (number " + id + ", " + said(columns) + ") is not what was sealed");
		}
		this.previous = hash;
		this.count = seq;
		Node leaf = new Node(1, digest(new byte[] { 0 }, HexFormat.of().parseHex(hash)));
		while (!this.peaks.isEmpty() && this.peaks.peekLast().leaves() == leaf.leaves()) {
			Node left = this.peaks.pollLast();
			leaf = new Node(2 * leaf.leaves(), digest(new byte[] { 1 }, left.hash(), leaf.hash()));
		}
		this.peaks.addLast(leaf);
		for (String code : this.known) {
			if (code.startsWith(seq + "-")) {
				this.missingKnown.remove(code);
				if (!(seq + "-" + root()).startsWith(code)) {
					throw new Bad("the record up to entry " + seq + " is not the one of the known checkpoint " + code
							+ "; entries were changed after " + this.signedOn);
				}
			}
		}
	}

	/**
	 * Hashes are hashes and numbers are numbers: otherwise the end of one part could be
	 * read as the beginning of the next.
	 */
	private static void plain(long seq, String before, String hash, String[] columns) throws Bad {
		boolean hashes = isHash(before) && isHash(hash) && columns[COLUMNS - 1] != null && isHash(columns[COLUMNS - 1])
				&& (seq > 1 || before.equals(GENESIS));
		boolean numbers = isNumber(columns[0]) && isNumber(columns[1]);
		for (int column : new int[] { 3, 5, 6 }) {
			numbers &= columns[column] == null || isNumber(columns[column]);
		}
		if (!hashes || !numbers) {
			throw new Bad("entry " + seq + " is not written as the record writes it");
		}
	}

	private static boolean isHash(String word) {
		return word.matches("[0-9a-f]{64}");
	}

	private static boolean isNumber(String word) {
		return word != null && word.matches("0|-?[1-9][0-9]{0,18}");
	}

	private static String said(String[] columns) {
		return shown(String.valueOf(columns[7]), 60) + " by " + shown(String.valueOf(columns[2]), 60);
	}

	private static String hash(String before, long seq, long id, String[] columns) {
		StringBuilder all = new StringBuilder(before).append(seq);
		for (int i = 0; i < COLUMNS - 1; i++) {
			field(all, columns[i]);
		}
		field(all, Long.toString(id));
		return HexFormat.of()
			.formatHex(digest(all.append(columns[COLUMNS - 1]).toString().getBytes(StandardCharsets.UTF_8)));
	}

	private static void field(StringBuilder all, String column) {
		if (column == null) {
			all.append('-');
		}
		else {
			all.append(column.length()).append(':').append(column);
		}
	}

	private String root() {
		Deque<Node> left = new ArrayDeque<>(this.peaks);
		byte[] hash = left.pollLast().hash();
		while (!left.isEmpty()) {
			hash = digest(new byte[] { 1 }, left.pollLast().hash(), hash);
		}
		return HexFormat.of().formatHex(hash);
	}

	private void checkpoint(Signed one) throws Bad {
		if (one.size() > this.count) {
			throw new Bad("the end is missing: the checkpoint of " + one.at() + " covers " + one.size()
					+ " entries, and there are " + this.count);
		}
		if (one.size() < this.count || this.count == 0 || one.size() <= this.signedUpTo) {
			throw new Bad("the checkpoint of " + one.at() + " over " + one.size()
					+ " entries does not stand where it belongs");
		}
		signature(one);
		if (!one.root().equals(root())) {
			throw new Bad("the record was rewritten: one of the entries " + (this.signedUpTo + 1) + " to " + one.size()
					+ " is not what was signed on " + one.at());
		}
		this.signedUpTo = one.size();
		this.signedOn = "entry " + one.size() + " (signed on " + one.at() + ")";
		this.checkpoints++;
	}

	private void signature(Signed one) throws Bad {
		String key = this.keys.get(one.keyId());
		if (key == null) {
			throw new Bad("the checkpoint of " + one.at() + " is signed with the key " + shown(one.keyId())
					+ ", which is not among those given");
		}
		if (!one.isSignedWith(key)) {
			throw new Bad(
					"the signature of the checkpoint of " + one.at() + " over " + one.size() + " entries is wrong");
		}
	}

	private void key(String[] words) throws Bad {
		if (this.keys.size() > MAX_KEYS) {
			throw new Bad("the file names more keys than any record has");
		}
		if (words.length != 3 || !name(words[2]).equals(words[1])) {
			throw new Bad("a key in the file is not named as it must be");
		}
		if (!this.trusted) {
			this.keys.put(words[1], words[2]);
		}
	}

	/** A line of a proof: the entry, the hashes beside its way up, the checkpoint. */
	private void proof(Lines lines) throws IOException, Bad, Unreadable {
		String[] entry = null;
		List<byte[]> path = new ArrayList<>();
		Signed top = null;
		boolean ended = false;
		for (String line = lines.next(); line != null; line = lines.next()) {
			String[] words = line.split(" ", MAX_WORDS);
			if (ended) {
				throw new Bad("there is more after the end of the file");
			}
			switch (words[0]) {
				case "key" -> key(words);
				case "entry" -> entry = once(entry, words);
				case "path" -> {
					exactly(2, words);
					path.add(hex(words, 1));
				}
				case "checkpoint" -> top = checkpointOf(words);
				case "end" -> {
					exactly(2, words);
					ended = true;
				}
				default -> throw new Bad("a line begins with “" + shown(words[0]) + "”, which no proof holds");
			}
			if (path.size() > MAX_PATH) {
				throw new Bad("the proof is longer than any");
			}
			if (ended && (top == null || number(words, 1, "the end") != top.size())) {
				throw new Bad("the proof ends before its checkpoint");
			}
		}
		if (!ended || entry == null || top == null) {
			throw new Bad("the file was cut off");
		}
		proof(entry, path, top);
	}

	private static String[] once(String[] before, String[] words) throws Bad {
		if (before != null) {
			throw new Bad("a proof holds one entry, and this one holds two");
		}
		return words;
	}

	private void proof(String[] words, List<byte[]> path, Signed top) throws Bad, Unreadable {
		long seq = number(words, 1, "an entry");
		if (words.length != 5 + COLUMNS || seq < 1 || seq > top.size()) {
			throw new Bad("the entry is not one of those under the checkpoint");
		}
		String[] columns = new String[COLUMNS];
		for (int i = 0; i < COLUMNS; i++) {
			columns[i] = text(words[5 + i], seq);
		}
		plain(seq, words[3], words[4], columns);
		if (!hash(words[3], seq, number(words, 2, "the entry"), columns).equals(words[4])) {
			throw new Bad("entry " + seq + " is not what was sealed");
		}
		signature(top);
		byte[] hash = up(seq - 1, top.size(), digest(new byte[] { 0 }, hex(words, 4)), path);
		if (hash == null || !HexFormat.of().formatHex(hash).equals(top.root())) {
			throw new Bad("the proof of entry " + seq + " does not lead to the signed root");
		}
		for (String code : this.known) {
			if (!code.startsWith(top.size() + "-")) {
				throw new Unreadable("the proof is under the checkpoint " + top.code() + ", not under " + code
						+ "; check the whole record with that one");
			}
			if (!(top.size() + "-" + top.root()).startsWith(code)) {
				throw new Bad("the checkpoint of the proof is not the known one, " + code);
			}
		}
		this.out.println("GOOD: entry " + seq + ", " + said(columns) + ", at "
				+ Instant.ofEpochMilli(Long.parseLong(columns[0])) + ", is under the checkpoint of " + top.at()
				+ " over " + top.size() + " entries, " + top.code());
		keysUsed();
	}

	/**
	 * RFC 9162, 2.1.3.2: the root that a leaf and its path lead to; null when too long.
	 */
	private static byte[] up(long leaf, long size, byte[] hash, List<byte[]> path) {
		long place = leaf;
		long last = size - 1;
		byte[] at = hash;
		for (byte[] beside : path) {
			if (last == 0) {
				return null;
			}
			if ((place & 1) == 1 || place == last) {
				at = digest(new byte[] { 1 }, beside, at);
				while ((place & 1) == 0 && place != 0) {
					place >>= 1;
					last >>= 1;
				}
			}
			else {
				at = digest(new byte[] { 1 }, at, beside);
			}
			place >>= 1;
			last >>= 1;
		}
		return (last == 0) ? at : null;
	}

	private void database(String url, String user, String password) throws SQLException, Bad, Unreadable {
		try (Connection connection = DriverManager.getConnection(url, user, password)) {
			connection.setReadOnly(true);
			connection.setAutoCommit(false);
			List<Signed> signed = new ArrayList<>();
			try (Statement statement = connection.createStatement();
					ResultSet rows = statement.executeQuery("SELECT key_id, public_key FROM audit_public_key")) {
				while (rows.next()) {
					key(new String[] { "key", rows.getString(1), rows.getString(2) });
				}
			}
			try (Statement statement = connection.createStatement();
					ResultSet rows = statement.executeQuery(
							"SELECT size, root, made_at, key_id, signature" + " FROM audit_checkpoint ORDER BY size")) {
				while (rows.next()) {
					signed.add(new Signed(rows.getLong(1), rows.getString(2), millis(rows, 3), rows.getString(4),
							rows.getString(5)));
				}
			}
			entries(connection, new ArrayDeque<>(signed));
		}
	}

	private void entries(Connection connection, Deque<Signed> signed) throws SQLException, Bad, Unreadable {
		try (Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY,
				ResultSet.CONCUR_READ_ONLY)) {
			// MySQL's driver then hands the rows over one by one
			statement.setFetchSize(
					connection.getMetaData().getDatabaseProductName().equals("MySQL") ? Integer.MIN_VALUE : 1000);
			ResultSet rows = statement.executeQuery("SELECT s.seq, s.entry_id, s.prev_hash, s.hash, e.at, e.person_id,"
					+ " e.person_name, e.acting_for, e.post, e.unit_id, e.case_id, e.what, e.subject, e.before_hash,"
					+ " e.after_hash, e.detail, e.node, e.nonce, e.mark FROM audit_seal s"
					+ " LEFT JOIN audit_entry e ON e.id = s.entry_id ORDER BY s.seq");
			while (rows.next()) {
				row(rows);
				while (!signed.isEmpty() && signed.peekFirst().size() == this.count) {
					checkpoint(signed.pollFirst());
				}
			}
		}
		if (!signed.isEmpty()) {
			checkpoint(signed.peekFirst());
		}
		wellDone();
	}

	private void row(ResultSet rows) throws SQLException, Bad {
		long seq = rows.getLong(1);
		if (seq != this.count + 1) {
			throw new Bad("after seal " + this.count + " comes seal " + seq + ": a seal was removed or moved");
		}
		if (rows.getString(19) == null) {
			throw new Bad("entry " + rows.getLong(2) + " was deleted; its seal " + seq + " is still there");
		}
		String[] columns = new String[COLUMNS];
		columns[0] = Long.toString(millis(rows, 5));
		for (int i = 1; i < COLUMNS; i++) {
			columns[i] = rows.getString(5 + i);
		}
		entry(seq, rows.getLong(2), rows.getString(3), rows.getString(4), columns);
	}

	private static long millis(ResultSet rows, int column) throws SQLException {
		return rows.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC).toEpochMilli();
	}

	private void wellDone() throws Bad, Unreadable {
		if (!this.missingKnown.isEmpty()) {
			throw new Bad("the end is missing: the known checkpoint " + this.missingKnown.get(0) + " covers more than "
					+ this.count + " entries, or none like it ever was");
		}
		if (this.checkpoints == 0) {
			throw new Unreadable("it holds no signed checkpoint, so that nothing vouches for its end");
		}
		this.out.println("GOOD: " + this.signedUpTo + " entries, " + this.checkpoints
				+ " signed checkpoints, the last over " + this.signedUpTo
				+ ((this.count > 0) ? ", at the end " + this.count + "-" + root().substring(0, 20) : ""));
		if (this.signedUpTo < this.count) {
			this.out.println("Nothing is signed yet over the last " + (this.count - this.signedUpTo) + " entries");
		}
		keysUsed();
		if (this.known.isEmpty()) {
			this.out.println("Who wrote an entry only the server can tell, by its key; it does when it verifies");
			this.out.println("Give a checkpoint that you noted outside with --known: only that shows a cut end");
		}
	}

	private void keysUsed() {
		if (!this.trusted) {
			this.out.println("The keys are those of the file; compare them with what was noted outside, or give --key: "
					+ this.keys.keySet());
		}
	}

	private Signed checkpointOf(String[] words) throws Bad {
		if (words.length != 6 || !words[2].matches("[0-9a-f]{64}") || !words[4].matches("[0-9a-f]{16}")) {
			throw new Bad("a checkpoint after entry " + this.count + " is not written as exports write it");
		}
		return new Signed(number(words, 1, "a checkpoint"), words[2], number(words, 3, "a checkpoint"), words[4],
				words[5]);
	}

	private static String text(String word, long seq) throws Bad {
		if (word.equals("-")) {
			return null;
		}
		if (word.equals("=")) {
			return "";
		}
		try {
			byte[] bytes = Base64.getDecoder().decode(word);
			if (bytes.length == 0 || !Base64.getEncoder().encodeToString(bytes).equals(word)) {
				throw new Bad("entry " + seq + " is not written as exports write it");
			}
			return StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(bytes))
				.toString();
		}
		catch (IllegalArgumentException | CharacterCodingException ex) {
			throw new Bad("entry " + seq + " is not written as exports write it");
		}
	}

	private static long number(String[] words, int at, String where) throws Bad {
		if (words.length <= at || !words[at].matches("0|[1-9][0-9]{0,17}")) {
			throw new Bad("a number of " + where + " cannot be read");
		}
		return Long.parseLong(words[at]);
	}

	private static byte[] hex(String[] words, int at) throws Bad {
		if (words.length <= at || !words[at].matches("[0-9a-f]{64}")) {
			throw new Bad("a hash cannot be read");
		}
		return HexFormat.of().parseHex(words[at]);
	}

	private static String name(String publicKey) throws Bad {
		try {
			return HexFormat.of().formatHex(digest(Base64.getDecoder().decode(publicKey)), 0, 8);
		}
		catch (IllegalArgumentException ex) {
			throw new Bad("a public key is not base64");
		}
	}

	private static void exactly(int count, String[] words) throws Bad {
		if (words.length != count) {
			throw new Bad("a line holds more than it may");
		}
	}

	private static String shown(String word) {
		return shown(word, 40);
	}

	/** Without signs that move about on a screen, and no longer than so many. */
	private static String shown(String word, int most) {
		String plain = word.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
		return (plain.length() > most) ? plain.substring(0, most) + "..." : plain;
	}

	/** The key, or null when it is none. */
	private static PublicKey publicKey(String base64) {
		try {
			byte[] bytes = Base64.getDecoder().decode(base64);
			return Base64.getEncoder().encodeToString(bytes).equals(base64)
					? KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes)) : null;
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return null;
		}
	}

	private static byte[] digest(byte[]... parts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			Arrays.stream(parts).forEach(digest::update);
			return digest.digest();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A signed statement on the size and the root of the record. */
	private record Signed(long size, String root, long millis, String keyId, String signature) {

		Instant at() {
			return Instant.ofEpochMilli(this.millis);
		}

		String code() {
			return this.size + "-" + this.root.substring(0, 20);
		}

		boolean isSignedWith(String publicKey) {
			try {
				PublicKey key = publicKey(publicKey);
				if (key == null) {
					return false;
				}
				Signature check = Signature.getInstance("Ed25519");
				check.initVerify(key);
				check.update(
						String
							.join("\n", "leagueflow-checkpoint/1", Long.toString(this.size), this.root,
									Long.toString(this.millis), this.keyId, "")
							.getBytes(StandardCharsets.UTF_8));
				return Base64.getEncoder()
					.encodeToString(Base64.getDecoder().decode(this.signature))
					.equals(this.signature) && check.verify(Base64.getDecoder().decode(this.signature));
			}
			catch (GeneralSecurityException | IllegalArgumentException ex) {
				return false;
			}
		}

	}

	/**
	 * Lines of ASCII, each ended by a line feed and none longer than a record's can be.
	 */
	private static final class Lines implements AutoCloseable {

		private final InputStream in;

		Lines(InputStream in) {
			this.in = in;
		}

		/** The next line, or null at the end. */
		String next() throws IOException, Bad {
			ByteArrayOutputStream line = new ByteArrayOutputStream(256);
			for (int one = this.in.read(); one != '\n'; one = this.in.read()) {
				if (one < 0) {
					if (line.size() > 0) {
						throw new Bad("the file was cut off within a line");
					}
					return null;
				}
				if (one < ' ' || one > '~') {
					throw new Bad("the file holds something else than letters, digits and signs");
				}
				if (line.size() >= MAX_LINE) {
					throw new Bad("a line is longer than any that exports write");
				}
				line.write(one);
			}
			return line.toString(StandardCharsets.US_ASCII);
		}

		@Override
		public void close() throws IOException {
			this.in.close();
		}

	}

	/** The root of a complete subtree. */
	private record Node(long leaves, byte[] hash) {
	}

	/** Something is not as it was. */
	private static final class Bad extends Exception {

		Bad(String what) {
			super(what);
		}

	}

	/** It cannot be told. */
	private static final class Unreadable extends Exception {

		Unreadable(String what) {
			super(what);
		}

	}

}
