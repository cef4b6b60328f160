package org.leagueflow.ballot;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;

/**
 * The server's half of RFC 9474, RSABSSA-SHA384-PSS-Randomized: signs what it cannot
 * read, and verifies with ordinary RSASSA-PSS. The raw private operation is the JDK's,
 * which blinds itself against timing and checks its own result.
 */
final class BlindSignature {

	/** Bytes of a blinded message and of a signature. */
	static final int LENGTH = 256;

	private static final PSSParameterSpec PSS = new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48,
			PSSParameterSpec.TRAILER_FIELD_BC);

	private BlindSignature() {
	}

	static KeyPair freshKey() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(new RSAKeyGenParameterSpec(8 * LENGTH, RSAKeyGenParameterSpec.F4));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * RFC 9474, BlindSign: the same answer to the same question, always.
	 * @throws Vote.Malformed when it is not a number below the key's modulus
	 */
	static byte[] sign(PrivateKey key, byte[] blinded) throws Vote.Malformed {
		try {
			Cipher raw = Cipher.getInstance("RSA/ECB/NoPadding");
			raw.init(Cipher.ENCRYPT_MODE, key);
			return raw.doFinal(blinded);
		}
		catch (BadPaddingException ex) {
			throw new Vote.Malformed();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Whether a blinded message can be signed with this key. */
	static boolean signable(PublicKey key, byte[] blinded) {
		BigInteger number = new BigInteger(1, blinded);
		return blinded.length == LENGTH && number.signum() > 0
				&& number.compareTo(((RSAPublicKey) key).getModulus()) < 0;
	}

	static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
		try {
			Signature pss = Signature.getInstance("RSASSA-PSS");
			pss.setParameter(PSS);
			pss.initVerify(key);
			pss.update(message);
			return pss.verify(signature);
		}
		catch (java.security.SignatureException ex) {
			return false;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
