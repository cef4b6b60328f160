// What a voter's browser computes so that nobody else learns the choice: blind and unblind (RFC 9474), seal to the box, keep
// an unfinished vote under a recovery code. Needs WebCrypto (https or localhost), /vendor/blindrsa and /vendor/hpke. The
// formats are told in org.leagueflow.ballot (Vote, Envelope) and in org.leagueflow.verify.
globalThis.Vote = (() => {
  "use strict";
  const KIND = "leagueflow-ballot/1";
  const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const RSA = 256; // bytes of a blinded message, an inverse, a signature
  const NONCE = 12;
  const CODE = 26; // letters of 5 bits: 130 bits, and two letters that find typing errors
  const utf8 = new TextEncoder();
  const suite = () => BlindRsa.suite;

  const join = (...parts) => {
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
    return whole;
  };
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const sha256 = async (data) => new Uint8Array(await crypto.subtle.digest("SHA-256", data));

  const letters = (data, number) => {
    let bits = 0n;
    data.forEach((byte) => (bits = (bits << 8n) | BigInt(byte)));
    bits >>= BigInt(8 * data.length - 5 * number);
    let word = "";
    for (let i = number - 1; i >= 0; i--) {
      word += LETTERS[Number((bits >> BigInt(5 * i)) & 31n)];
    }
    return word;
  };

  const hkdf = async (secret, info) => {
    const key = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
    const how = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
    return crypto.subtle.deriveKey(how, key, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  };

  const signKey = (spki) =>
    crypto.subtle.importKey("spki", bytes(spki), { name: "RSA-PSS", hash: "SHA-384" }, true, ["verify"]);

  // A message with its blinding; what the server signs shows nothing of it.
  const prepare = async (key, ballot, filled) => {
    const message = suite().prepare(utf8.encode(`${KIND}\n${ballot}\n${filled}`));
    const { blindedMsg, inv } = await suite().blind(key, message);
    return { message, blinded: blindedMsg, inverse: inv };
  };

  // Throws when the server's answer is no signature of this ballot on this message.
  const unblind = (key, vote, answer) => suite().finalize(key, vote.message, answer, vote.inverse);

  // Sealed to the box, by the edition that the ballot was opened under.
  const editions = {
    1: async (ballot, box, plain) => {
      const { sender, secret } = await Hpke.agree(box);
      const key = await hkdf(secret, join(utf8.encode(`${KIND} box`), sender, box));
      const how = { name: "AES-GCM", iv: new Uint8Array(NONCE) }; // no key is used twice
      return join(sender, new Uint8Array(await crypto.subtle.encrypt(how, key, plain)));
    },
    2: async (ballot, box, plain) => {
      const { enc, ct } = await Hpke.seal(box, utf8.encode(`leagueflow-ballot/2 box ${ballot}`), plain);
      return join([2], new Uint8Array(enc), new Uint8Array(ct));
    },
  };
  const envelope = (edition, ballot, boxKey, vote, signature) =>
    editions[edition](ballot, bytes(boxKey), join(vote.message, signature));

  const tracker = async (vote) => letters(await sha256(vote.message), 25);
  const grouped = (word, size) => word.match(new RegExp(`.{1,${size}}`, "g")).join("-");

  const check = async (word) => letters(await sha256(utf8.encode(word)), 2);
  const freshCode = async () => {
    const word = letters(crypto.getRandomValues(new Uint8Array(17)), CODE);
    return grouped(word + (await check(word)), 4);
  };
  // The code as typed, or null when it cannot be one.
  const readCode = async (typed) => {
    const word = typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
    const right = word.length === CODE + 2 && [...word].every((letter) => LETTERS.includes(letter));
    return right && (await check(word.slice(0, CODE))) === word.slice(CODE) ? word : null;
  };

  const recoveryKey = (word, ballot) => hkdf(utf8.encode(word), utf8.encode(`${KIND} recovery ${ballot}`));
  const keep = async (code, ballot, vote) => {
    const iv = crypto.getRandomValues(new Uint8Array(NONCE));
    const key = await recoveryKey(await readCode(code), ballot);
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, join(vote.blinded, vote.inverse, vote.message));
    return join(iv, new Uint8Array(sealed));
  };
  // What was kept, or null when this is not its code.
  const recover = async (word, ballot, sealed) => {
    try {
      const how = { name: "AES-GCM", iv: sealed.slice(0, NONCE) };
      const plain = new Uint8Array(await crypto.subtle.decrypt(how, await recoveryKey(word, ballot), sealed.slice(NONCE)));
      return { blinded: plain.slice(0, RSA), inverse: plain.slice(RSA, 2 * RSA), message: plain.slice(2 * RSA) };
    } catch {
      return null;
    }
  };

  return { base64, bytes, join, signKey, prepare, unblind, envelope, tracker, grouped, freshCode, readCode, keep, recover };
})();
