package org.leagueflow.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks a published ballot: {@code java -cp verify-ballot.jar
 * org.leagueflow.verify.VerifyBallot FILE [STATEMENT-KEY]}. Ends with 0 when all is well,
 * with 1 and what is wrong when not. Uses nothing but the JDK.
 * <p>
 * The file is UTF-8, each line ended by one line feed: {@code leagueflow-ballot/1}, then
 * {@code ballot}, {@code title}, {@code form}, {@code line} (one a candidate),
 * {@code sign-key}, {@code statement-key}, {@code voters}, {@code issued},
 * {@code papers}, {@code spoilt}, {@code sum} (one a line: its number, then each mark and
 * how often), {@code digest} (SHA-256 of all lines that begin with {@code paper}),
 * {@code statement} (Ed25519 by the statement key over all lines before), and one
 * {@code paper} each: tracker, filled paper, message, signature. A message is 32 random
 * bytes, then {@code leagueflow-ballot/1}, the ballot's id and the filled paper,
 * separated by line feeds; its signature is RSASSA-PSS with SHA-384 and a salt of 48
 * bytes.
 */
public final class VerifyBallot {

	private static final String KIND = "leagueflow-ballot/1";

	private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int TRACKER = 25;

	private static final int RANDOM = 32;

	private static final int MAX_SHOWN = 20;

	private final List<String> faults = new ArrayList<>();

	private final Map<String, String> head = new LinkedHashMap<>();

	private final List<String> candidates = new ArrayList<>();

	private final List<String> sums = new ArrayList<>();

	private final List<String> papers = new ArrayList<>();

	private final StringBuilder signed = new StringBuilder();

	private VerifyBallot() {
	}

	public static void main(String[] args) throws IOException {
		if (args.length < 1 || args.length > 2) {
			System.err
				.println("Usage: java -cp verify-ballot.jar org.leagueflow.verify.VerifyBallot FILE [STATEMENT-KEY]");
			System.exit(2);
		}
		System.exit(run(Path.of(args[0]), (args.length > 1) ? args[1] : null, System.out));
	}

	/**
	 * Checks a file and says what came out.
	 * @param statementKey the key noted at the opening, in Base64, or null to take the
	 * one in the file
	 * @return 0 when all is well, else 1
	 */
	public static int run(Path file, String statementKey, PrintStream out) throws IOException {
		VerifyBallot ballot = new VerifyBallot();
		List<String> faults = ballot.check(Files.readString(file, StandardCharsets.UTF_8), statementKey);
		if (faults.isEmpty()) {
			out.println("OK: " + ballot.papers.size() + " papers, each signed by the ballot's key, of "
					+ ballot.head.get("issued") + " signatures given out to " + ballot.head.get("voters") + " voters");
			ballot.sums.forEach((sum) -> out.println("  " + sum + "  " + ballot.name(sum)));
			if (statementKey == null) {
				out.println("Compare the statement key with the one noted at the opening: "
						+ ballot.head.get("statement-key"));
			}
			return 0;
		}
		faults.stream().limit(MAX_SHOWN).forEach((fault) -> out.println("WRONG: " + fault));
		if (faults.size() > MAX_SHOWN) {
			out.println("... and " + (faults.size() - MAX_SHOWN) + " more");
		}
		return 1;
	}

	private String name(String sum) {
		int line = number(sum.split(" ")[0]);
		return (line >= 1 && line <= this.candidates.size()) ? this.candidates.get(line - 1) : "";
	}

	private List<String> check(String text, String statementKey) {
		if (!read(text)) {
			return this.faults;
		}
		try {
			checkStatement(statementKey);
			checkPapers();
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			this.faults.add("a key or number in the head cannot be read: " + ex.getMessage());
		}
		return this.faults;
	}

	/** Whether it is a published ballot of an edition that this program does not know. */
	private static boolean other(String text) {
		return text.matches("(?s)leagueflow-ballot/\\d+\\n.*") && !text.startsWith(KIND + "\n");
	}

	private boolean read(String text) {
		if (!text.startsWith(KIND + "\n") || !text.endsWith("\n")) {
			this.faults.add(other(text)
					? "this file is of another edition than " + KIND
							+ "; take the verify-ballot.jar of the server that it comes from"
					: "this is no " + KIND + " file, or its end is missing");
			return false;
		}
		boolean stated = false;
		for (String line : text.substring(KIND.length() + 1, text.length() - 1).split("\n", -1)) {
			String[] parts = line.split(" ", 2);
			String rest = (parts.length > 1) ? parts[1] : "";
			stated |= parts[0].equals("statement");
			switch (parts[0]) {
				case "paper" -> this.papers.add(line);
				case "line" -> this.candidates.add(rest);
				case "sum" -> this.sums.add(rest);
				case "ballot", "title", "form", "sign-key", "statement-key", "voters", "issued", "papers", "spoilt",
						"digest", "statement" -> {
					if (this.head.put(parts[0], rest) != null) {
						this.faults.add("there are two lines '" + parts[0] + "'");
					}
				}
				default -> this.faults.add("a line that does not belong here: " + line);
			}
			if (!stated) {
				this.signed.append(line).append('\n');
			}
			else if (!parts[0].equals("statement") && !parts[0].equals("paper")) {
				this.faults.add("'" + parts[0] + "' stands after the statement, which does not cover it");
			}
		}
		for (String key : List.of("ballot", "form", "sign-key", "statement-key", "voters", "issued", "papers", "spoilt",
				"digest", "statement")) {
			if (!this.head.containsKey(key)) {
				this.faults.add("the line '" + key + "' is missing");
			}
		}
		return this.faults.isEmpty();
	}

	private void checkStatement(String expected) throws GeneralSecurityException {
		if (expected != null && !expected.equals(this.head.get("statement-key"))) {
			this.faults.add("the statement key is not the one noted at the opening");
		}
		Signature ed = Signature.getInstance("Ed25519");
		ed.initVerify(key("Ed25519", "statement-key"));
		ed.update((KIND + "\n" + this.signed).getBytes(StandardCharsets.UTF_8));
		if (!verify(ed, bytes(this.head.get("statement")))) {
			this.faults.add("the statement does not sign this head: it was changed");
		}
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		this.papers.forEach((paper) -> digest.update((paper + "\n").getBytes(StandardCharsets.UTF_8)));
		if (!HexFormat.of().formatHex(digest.digest()).equals(this.head.get("digest"))) {
			this.faults.add("the papers are not those that the statement signs");
		}
	}

	private void checkPapers() throws GeneralSecurityException {
		PublicKey key = key("RSA", "sign-key");
		List<String> wrong = this.papers.parallelStream()
			.map((paper) -> fault(paper, key))
			.filter((it) -> it != null)
			.toList();
		this.faults.addAll(wrong);
		Set<String> seen = new HashSet<>();
		String last = "";
		for (String paper : this.papers) {
			String[] parts = paper.split(" ");
			if (parts.length != 5) {
				continue;
			}
			if (!seen.add(parts[3])) {
				this.faults.add("paper " + parts[1] + " is there twice");
			}
			if (parts[1].compareTo(last) < 0) {
				this.faults.add("paper " + parts[1] + " is not in its place");
			}
			last = parts[1];
		}
		checkNumbers();
	}

	private void checkNumbers() {
		int number = number(this.head.get("papers"));
		int issued = number(this.head.get("issued"));
		int voters = number(this.head.get("voters"));
		if (this.papers.size() != number) {
			this.faults.add("there are " + this.papers.size() + " papers, but the head says " + number);
		}
		if (number > issued || issued > voters) {
			this.faults.add(number + " papers, " + issued + " signatures and " + voters + " voters do not go together");
		}
		int spoilt = 0;
		List<Map<String, Integer>> counted = new ArrayList<>();
		this.candidates.forEach((it) -> counted.add(new TreeMap<>()));
		for (String paper : this.papers) {
			String[] parts = paper.split(" ");
			if (parts.length != 5 || parts[2].length() != this.candidates.size()) {
				continue;
			}
			if (spoilt(parts[2])) {
				spoilt++;
				continue;
			}
			for (int i = 0; i < parts[2].length(); i++) {
				counted.get(i).merge(parts[2].substring(i, i + 1), 1, Integer::sum);
			}
		}
		if (spoilt != number(this.head.get("spoilt"))) {
			this.faults.add(spoilt + " papers are spoilt, but the head says " + this.head.get("spoilt"));
		}
		if (this.sums.size() != counted.size()) {
			this.faults.add("there are " + counted.size() + " lines, but " + this.sums.size() + " sums");
		}
		for (int i = 0; i < Math.min(this.sums.size(), counted.size()); i++) {
			if (!sum(i + 1, this.sums.get(i)).equals(counted.get(i))) {
				this.faults
					.add("line " + (i + 1) + " counts " + counted.get(i) + ", but the head says " + this.sums.get(i));
			}
		}
	}

	private boolean spoilt(String filled) {
		String[] form = this.head.get("form").split(" ");
		return form[0].equals("ELECTION") && filled.chars().filter((mark) -> mark == 'F').count() > number(form[1]);
	}

	private static Map<String, Integer> sum(int line, String text) {
		String[] parts = text.split(" ");
		Map<String, Integer> sum = new TreeMap<>();
		if (number(parts[0]) != line) {
			return Map.of("?", -1);
		}
		for (int i = 1; i + 1 < parts.length; i += 2) {
			if (number(parts[i + 1]) > 0) {
				sum.put(parts[i], number(parts[i + 1]));
			}
		}
		return sum;
	}

	/** What is wrong with one paper, or null. */
	private String fault(String line, PublicKey key) {
		String[] parts = line.split(" ");
		if (parts.length != 5) {
			return "a paper cannot be read: " + line;
		}
		try {
			byte[] message = bytes(parts[3]);
			byte[] end = (KIND + "\n" + this.head.get("ballot") + "\n" + parts[2]).getBytes(StandardCharsets.UTF_8);
			if (message.length != RANDOM + end.length
					|| !Arrays.equals(end, Arrays.copyOfRange(message, RANDOM, message.length))) {
				return "paper " + parts[1] + " says something else than what was signed";
			}
			if (!tracker(message).equals(parts[1])) {
				return "paper " + parts[1] + " has another tracker";
			}
			if (!marks().matcher(parts[2]).matches() || parts[2].length() != this.candidates.size()) {
				return "paper " + parts[1] + " is not filled in as this ballot asks";
			}
			Signature pss = Signature.getInstance("RSASSA-PSS");
			pss.setParameter(new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1));
			pss.initVerify(key);
			pss.update(message);
			return verify(pss, bytes(parts[4])) ? null : "paper " + parts[1] + " has no valid signature";
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return "paper " + parts[1] + " cannot be checked: " + ex.getMessage();
		}
	}

	private java.util.regex.Pattern marks() {
		return java.util.regex.Pattern.compile(this.head.get("form").startsWith("GRADING ") ? "[1234B]+" : "[FAB]+");
	}

	private static boolean verify(Signature signature, byte[] bytes) {
		try {
			return signature.verify(bytes);
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	private static String tracker(byte[] message) throws GeneralSecurityException {
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(message);
		java.math.BigInteger bits = new java.math.BigInteger(1, hash).shiftRight(8 * hash.length - 5 * TRACKER);
		StringBuilder tracker = new StringBuilder();
		for (int i = TRACKER - 1; i >= 0; i--) {
			tracker.append(LETTERS.charAt(bits.shiftRight(5 * i).intValue() & 31));
		}
		return tracker.toString();
	}

	private PublicKey key(String algorithm, String line) throws GeneralSecurityException {
		return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(bytes(this.head.get(line))));
	}

	private static byte[] bytes(String base64) {
		return Base64.getDecoder().decode(base64);
	}

	private static int number(String text) {
		return Integer.parseInt(text);
	}

}
