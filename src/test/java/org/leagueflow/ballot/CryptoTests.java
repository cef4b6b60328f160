package org.leagueflow.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.kernel.ServerKey;
import org.springframework.mock.env.MockEnvironment;

/**
 * The arithmetic of a secret ballot, against published numbers and against the browser's.
 */
class CryptoTests {

	/** RFC 9474, appendix A.1: RSABSSA-SHA384-PSS-Randomized. */
	@Test
	void signsAndVerifiesAsTheStandardSays() throws Exception {
		Properties vector = vector("rfc9474-a1");
		BigInteger p = number(vector, "p");
		BigInteger q = number(vector, "q");
		BigInteger n = p.multiply(q);
		BigInteger e = BigInteger.valueOf(65537);
		BigInteger one = BigInteger.ONE;
		BigInteger d = e.modInverse(p.subtract(one).multiply(q.subtract(one)));
		PrivateKey secret = KeyFactory.getInstance("RSA")
			.generatePrivate(new RSAPrivateCrtKeySpec(n, e, d, p, q, d.mod(p.subtract(one)), d.mod(q.subtract(one)),
					q.modInverse(p)));
		PublicKey known = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(n, e));
		byte[] answer = BlindSignature.sign(secret, bytes(vector, "blinded_msg"));
		assertThat(HexFormat.of().formatHex(answer)).isEqualTo(vector.getProperty("blind_sig"));
		BigInteger signature = new BigInteger(1, answer).multiply(number(vector, "inv")).mod(n);
		assertThat(signature).isEqualTo(number(vector, "sig"));
		byte[] message = bytes(vector, "input_msg");
		assertThat(BlindSignature.verifies(known, message, bytes(vector, "sig"))).isTrue();
		assertThat(BlindSignature.verifies(known, Phone.flipped(message, 40), bytes(vector, "sig"))).isFalse();
		assertThat(BlindSignature.verifies(known, message, Phone.flipped(bytes(vector, "sig"), 300))).isFalse();
	}

	/** RFC 9180: the server's library, and the second opinion of these tests. */
	@ParameterizedTest
	@ValueSource(strings = { "a1", "a2", "aes256" })
	void opensEnvelopesAsTheStandardSays(String suite) throws Exception {
		Properties vector = vector("rfc9180");
		byte[] sealed = bytes(vector, suite + ".ct");
		byte[] sender = bytes(vector, suite + ".enc");
		byte[] info = bytes(vector, "info");
		byte[] about = bytes(vector, "aad");
		byte[] point = bytes(vector, suite + ".pkRm");
		int aead = Integer.parseInt(vector.getProperty(suite + ".aead"));
		PrivateKey secret = KeyFactory.getInstance("X25519")
			.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, bytes(vector, suite + ".skRm")));
		KeyPair box = new KeyPair(Phone.point(point), secret);
		assertThat(Envelope.hpkeOpen((short) aead, box, sender, info, about, sealed)).isEqualTo(bytes(vector, "pt"));
		assertThatThrownBy(() -> Envelope.hpkeOpen((short) aead, box, sender, info, Phone.flipped(about, 0), sealed))
			.isInstanceOf(Vote.Malformed.class);
		assertThatThrownBy(() -> Envelope.hpkeOpen((short) aead, box, sender, Phone.flipped(info, 0), about, sealed))
			.isInstanceOf(Vote.Malformed.class);
		KeyAgreement agreement = KeyAgreement.getInstance("X25519");
		agreement.init(secret);
		agreement.doPhase(Phone.point(sender), true);
		HpkeKeys keys = HpkeKeys.of(aead, agreement.generateSecret(), sender, point, info);
		assertThat(keys.key()).isEqualTo(bytes(vector, suite + ".key"));
		assertThat(keys.nonce()).isEqualTo(bytes(vector, suite + ".base_nonce"));
	}

	/** The browser's own scripts, run by Node, against the server's classes. */
	@ParameterizedTest
	@EnumSource
	void browserAndServerUnderstandEachOther(Envelope edition, @TempDir Path folder) throws Exception {
		BallotKeys keys = BallotKeys.fresh();
		Path ask = folder.resolve("blinded");
		Path answer = folder.resolve("answer");
		Path result = folder.resolve("result");
		Process node = new ProcessBuilder("node", "src/test/resources/ballot/voter.mjs",
				String.valueOf(edition.number()), "17", "FAB", base64(keys.signing().getPublic().getEncoded()),
				base64(Envelope.point(keys.box().getPublic())), ask.toString(), answer.toString(), result.toString())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("log").toFile())
			.start();
		while (node.isAlive() && !Files.exists(ask)) {
			Thread.sleep(20);
		}
		assertThat(ask).as(Files.readString(folder.resolve("log"))).exists();
		byte[] blinded = Files.readAllBytes(ask);
		Path draft = folder.resolve("draft");
		Files.write(draft, BlindSignature.sign(keys.signing().getPrivate(), blinded));
		Files.move(draft, answer);
		assertThat(node.waitFor()).as(Files.readString(folder.resolve("log"))).isZero();
		List<String> lines = Files.readAllLines(result);
		byte[] sealed = Base64.getDecoder().decode(lines.get(0));
		byte[] plain = edition.open(keys.box(), 17, sealed);
		assertThat(Envelope.named(sealed, plain.length)).isEqualTo(edition.number());
		Paper paper = Paper.election(List.of(line(1), line(2), line(3)), 2);
		byte[] message = Arrays.copyOf(plain, Vote.length(17, paper));
		assertThat(Vote.filled(message, 17, paper)).isEqualTo("FAB");
		assertThat(BlindSignature.verifies(keys.signing().getPublic(), message,
				Arrays.copyOfRange(plain, message.length, plain.length)))
			.isTrue();
		assertThat(lines.get(1)).isEqualTo(Vote.tracker(message));
		assertThat(Integer.parseInt(lines.get(2))).as("length of what is kept for recovery")
			.isEqualTo(2 * 256 + message.length + Sealing.OVERHEAD);
		assertThat(lines.get(3)).as("recovery with the right code, another code, another ballot")
			.isEqualTo("true false false");
		assertThat(lines.get(4)).as("bits of a recovery code").isEqualTo("130");
	}

	@Test
	void aBlindedVoteBecomesAnOrdinarySignature() throws Exception {
		KeyPair key = BlindSignature.freshKey();
		Phone phone = Phone.vote(key.getPublic().getEncoded(), 1, "F");
		byte[] signature = phone.unblind(BlindSignature.sign(key.getPrivate(), phone.blinded));
		assertThat(BlindSignature.verifies(key.getPublic(), phone.message, signature)).isTrue();
		byte[] other = Vote.message(Arrays.copyOf(phone.message, Vote.RANDOM), 1, "A");
		assertThat(BlindSignature.verifies(key.getPublic(), other, signature)).isFalse();
	}

	@Test
	void whatIsNoNumberBelowTheModulusIsNotSigned() {
		KeyPair key = BlindSignature.freshKey();
		byte[] large = new byte[256];
		Arrays.fill(large, (byte) 0xff);
		assertThat(BlindSignature.signable(key.getPublic(), large)).isFalse();
		assertThat(BlindSignature.signable(key.getPublic(), new byte[256])).isFalse();
		assertThat(BlindSignature.signable(key.getPublic(), new byte[255])).isFalse();
		assertThatThrownBy(() -> BlindSignature.sign(key.getPrivate(), large)).isInstanceOf(Vote.Malformed.class);
	}

	@ParameterizedTest
	@EnumSource
	void anEnvelopeOpensWithItsKeyOnly(Envelope edition) throws Exception {
		KeyPair box = Envelope.freshKey();
		byte[] paper = "票".getBytes(StandardCharsets.UTF_8);
		byte[] sealed = Phone.seal(edition, 17, Envelope.point(box.getPublic()), paper);
		assertThat(sealed).hasSize(paper.length + edition.overhead());
		assertThat(edition.open(box, 17, sealed)).isEqualTo(paper);
		assertThatThrownBy(() -> edition.open(Envelope.freshKey(), 17, sealed)).isInstanceOf(Vote.Malformed.class);
		for (int at = 0; at < sealed.length; at++) {
			for (int bit = 1; bit < 256; bit *= 2) {
				byte[] changed = sealed.clone();
				changed[at] ^= (byte) bit;
				assertThatThrownBy(() -> edition.open(box, 17, changed)).as("byte " + at)
					.isInstanceOf(Vote.Malformed.class);
			}
		}
		for (int length = 0; length < sealed.length; length++) {
			byte[] cut = Arrays.copyOf(sealed, length);
			assertThatThrownBy(() -> edition.open(box, 17, cut)).as(length + " bytes")
				.isInstanceOf(Vote.Malformed.class);
		}
		assertThatThrownBy(() -> edition.open(box, 17, Arrays.copyOf(sealed, sealed.length + 1)))
			.isInstanceOf(Vote.Malformed.class);
	}

	/** The same key in another ballot or edition, as nobody opens a ballot. */
	@Test
	void anEnvelopeIsBoundToItsBallotAndEdition() throws Exception {
		KeyPair box = Envelope.freshKey();
		byte[] point = Envelope.point(box.getPublic());
		byte[] second = Phone.seal(Envelope.EDITION_2, 17, point, new byte[40]);
		assertThat(Envelope.EDITION_2.open(box, 17, second)).isEqualTo(new byte[40]);
		assertThatThrownBy(() -> Envelope.EDITION_2.open(box, 18, second)).isInstanceOf(Vote.Malformed.class);
		byte[] bare = Arrays.copyOfRange(second, 1, second.length);
		assertThatThrownBy(() -> Envelope.EDITION_1.open(box, 17, bare)).isInstanceOf(Vote.Malformed.class);
		byte[] first = Phone.seal(Envelope.EDITION_1, 17, point, new byte[40]);
		byte[] labelled = Bytes.join(new byte[] { 2 }, first);
		assertThatThrownBy(() -> Envelope.EDITION_2.open(box, 17, labelled)).isInstanceOf(Vote.Malformed.class);
		assertThat(Envelope.named(first, 40)).isEqualTo(1);
		assertThat(Envelope.named(second, 40)).isEqualTo(2);
		assertThat(Envelope.of(3)).isEmpty();
	}

	/** RFC 7748, chapter 6.1: with such a point everybody would know the secret. */
	@ParameterizedTest
	@EnumSource
	void anEnvelopeOfAPointOfSmallOrderIsRefused(Envelope edition) throws Exception {
		KeyPair box = Envelope.freshKey();
		byte[] own = Envelope.point(box.getPublic());
		for (String point : List.of("00".repeat(32), "01" + "00".repeat(31), "ec" + "ff".repeat(30) + "7f",
				"e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800")) {
			byte[] sender = HexFormat.of().parseHex(point);
			byte[] sealed = Phone.sealUnder(new byte[32], edition, 17, own, sender, new byte[40]);
			assertThatThrownBy(() -> edition.open(box, 17, sealed)).as(point).isInstanceOf(Vote.Malformed.class);
		}
	}

	@Test
	void keysOfAnotherVersionAreNotTaken() throws Exception {
		BallotKeys keys = BallotKeys.fresh();
		KeyPair old = KeyPairGenerator.getInstance("EC").generateKeyPair();
		byte[] encoded = new BallotKeys(keys.signing(), old, keys.statement(), keys.storage(), keys.slips()).encoded();
		assertThatThrownBy(() -> BallotKeys.decode(encoded)).isInstanceOf(Vote.Malformed.class);
	}

	@Test
	void keysComeBackFromTheirFileAsTheyWere(@TempDir Path folder) throws Exception {
		KeyFiles files = files(folder, "dGVzdC1rZXktdGVzdC1rZXktdGVzdC1rZXktMzJieXQ=");
		BallotKeys keys = BallotKeys.fresh();
		files.write("one", keys);
		BallotKeys read = files.read("one").orElseThrow();
		assertThat(read.slip(new byte[3])).isEqualTo(keys.slip(new byte[3]));
		assertThat(read.signing().getPrivate()).isEqualTo(keys.signing().getPrivate());
		assertThat(read.encoded()).isEqualTo(keys.encoded());
		assertThat(files(folder, Base64.getEncoder().encodeToString(new byte[32])).read("one"))
			.as("another secret does not open it")
			.isEmpty();
		Files.copy(folder.resolve("one.keys"), folder.resolve("two.keys"));
		assertThat(files.read("two")).as("a file is bound to its name").isEmpty();
		assertThat(Files.getPosixFilePermissions(folder.resolve("one.keys")).toString()).doesNotContain("GROUP",
				"OTHERS");
		files.destroy("one");
		files.destroy("one");
		assertThat(files.read("one")).isEmpty();
		assertThat(files.names()).containsExactly("two");
	}

	private static KeyFiles files(Path folder, String secret) {
		return new KeyFiles(folder.toString(),
				new ServerKey(new MockEnvironment().withProperty("leagueflow.crypto.key", secret)));
	}

	private static Paper.Line line(long id) {
		return new Paper.Line(id, "候选人" + id);
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	private static Properties vector(String name) throws IOException {
		Properties vector = new Properties();
		try (InputStream in = CryptoTests.class.getResourceAsStream("/ballot/" + name + ".properties")) {
			vector.load(in);
		}
		return vector;
	}

	private static BigInteger number(Properties vector, String name) {
		return new BigInteger(vector.getProperty(name), 16);
	}

	private static byte[] bytes(Properties vector, String name) {
		return HexFormat.of().parseHex(vector.getProperty(name));
	}

}
