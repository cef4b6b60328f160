package org.leagueflow.ballot;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * All keys of one running ballot; they exist from the opening to the close.
 *
 * @param signing signs blindly (RSA-2048)
 * @param box what envelopes are sealed to (X25519)
 * @param statement signs the result (Ed25519)
 * @param storage what slips and recovery data are sealed with (AES-256)
 * @param slips names slips (HMAC-SHA-256)
 */
record BallotKeys(KeyPair signing, KeyPair box, KeyPair statement, SecretKey storage, SecretKey slips) {

	static BallotKeys fresh() {
		try {
			return new BallotKeys(BlindSignature.freshKey(), Envelope.freshKey(),
					KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), Sealing.aes(Bytes.random(32)),
					new SecretKeySpec(Bytes.random(32), "HmacSHA256"));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** By what a slip is found again; of no use to whoever lacks the key. */
	byte[] slip(byte[] message) {
		return Sealing.mac(this.slips, message);
	}

	byte[] sign(byte[] statement) {
		try {
			Signature signature = Signature.getInstance("Ed25519");
			signature.initSign(this.statement.getPrivate());
			signature.update(statement);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	byte[] encoded() {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			DataOutputStream out = new DataOutputStream(bytes);
			for (KeyPair pair : new KeyPair[] { this.signing, this.box, this.statement }) {
				write(out, pair.getPublic().getEncoded());
				write(out, pair.getPrivate().getEncoded());
			}
			write(out, this.storage.getEncoded());
			write(out, this.slips.getEncoded());
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * @throws Vote.Malformed when these are not the keys of a ballot as this version
	 * makes them
	 */
	static BallotKeys decode(byte[] bytes) throws Vote.Malformed {
		try {
			DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
			return new BallotKeys(pair(in, "RSA"), pair(in, "X25519"), pair(in, "Ed25519"), Sealing.aes(read(in)),
					new SecretKeySpec(read(in), "HmacSHA256"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new Vote.Malformed();
		}
	}

	private static KeyPair pair(DataInputStream in, String algorithm) throws IOException, GeneralSecurityException {
		KeyFactory factory = KeyFactory.getInstance(algorithm);
		java.security.PublicKey known = factory.generatePublic(new X509EncodedKeySpec(read(in)));
		PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(read(in)));
		return new KeyPair(known, secret);
	}

	private static void write(DataOutputStream out, byte[] part) throws IOException {
		out.writeShort(part.length);
		out.write(part);
	}

	private static byte[] read(DataInputStream in) throws IOException {
		return in.readNBytes(in.readUnsignedShort());
	}

}
