package org.leagueflow.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.leagueflow.kernel.Hmac;
import org.springframework.stereotype.Component;

/**
 * Signs checkpoints (Ed25519). The key is made from the record's secret, which is never
 * in the database; with another secret it is another key, whose public half is kept
 * beside the earlier ones.
 */
@Component
class CheckpointKey {

	/** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
	private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

	private final Ed25519PrivateKeyParameters secret;

	private final byte[] publicKey;

	CheckpointKey(AuditKey record) {
		byte[] seed = Hmac.sha256(record.bytes(), "leagueflow/audit/checkpoint".getBytes(StandardCharsets.US_ASCII));
		this.secret = new Ed25519PrivateKeyParameters(seed, 0);
		byte[] raw = this.secret.generatePublicKey().getEncoded();
		this.publicKey = new byte[X509.length + raw.length];
		System.arraycopy(X509, 0, this.publicKey, 0, X509.length);
		System.arraycopy(raw, 0, this.publicKey, X509.length, raw.length);
	}

	/** The key's name: the first 16 hexadecimal digits of its public half's SHA-256. */
	String id() {
		return id(this.publicKey);
	}

	static String id(byte[] publicKey) {
		return HexFormat.of().formatHex(Digests.sha256(publicKey), 0, 8);
	}

	/** In its X.509 form, in base64. */
	String publicKey() {
		return Base64.getEncoder().encodeToString(this.publicKey);
	}

	Checkpoint sign(Checkpoint checkpoint) {
		byte[] words = checkpoint.signed();
		Ed25519Signer signer = new Ed25519Signer();
		signer.init(true, this.secret);
		signer.update(words, 0, words.length);
		return checkpoint.signed(Base64.getEncoder().encodeToString(signer.generateSignature()));
	}

	/**
	 * Whether the checkpoint was signed with this key.
	 * @param publicKey in its X.509 form, in base64
	 */
	static boolean signed(Checkpoint checkpoint, String publicKey) {
		try {
			byte[] key = Base64.getDecoder().decode(publicKey);
			if (!id(key).equals(checkpoint.keyId())) {
				return false;
			}
			Signature signature = Signature.getInstance("Ed25519");
			signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
			signature.update(checkpoint.signed());
			return signature.verify(Base64.getDecoder().decode(checkpoint.signature()));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return false;
		}
	}

}
