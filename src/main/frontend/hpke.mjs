// The voter's envelope (HPKE, RFC 9180): /vendor/hpke/hpke.js, global Hpke. X25519 is computed by the script, because the
// browser's own is missing on phones a few years old; AES is the browser's.
import { Aes256Gcm, CipherSuite, HkdfSha256 } from "@hpke/core";
import { DhkemX25519HkdfSha256, X25519 } from "@hpke/dhkem-x25519";

const suite = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });

export const seal = async (box, info, plain) =>
  suite.seal({ recipientPublicKey: await suite.kem.deserializePublicKey(box), info }, plain);

// For ballots opened under edition 1 of the envelope: the bare agreement, with a key made for this one envelope.
export const agree = async (box) => {
  const curve = new X25519();
  const own = await curve.generateKeyPair();
  const [sender, secret] = [own.publicKey.key, await curve.derive(own.privateKey.key, box)];
  return { sender, secret };
};
