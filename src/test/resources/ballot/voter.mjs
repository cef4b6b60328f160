// The voter's scripts outside a browser: asks for a signature through files, and tells what a browser would send.
// node voter.mjs EDITION BALLOT FILLED SIGN-KEY BOX-KEY BLINDED-FILE ANSWER-FILE RESULT-FILE
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import vm from "node:vm";

const [edition, ballot, filled, signKey, boxKey, ask, answer, result] = process.argv.slice(2);
const vendor = "target/classes/static/vendor";
for (const script of [`${vendor}/blindrsa/blindrsa.js`, `${vendor}/hpke/hpke.js`, "src/main/resources/static/js/vote.js"]) {
  vm.runInThisContext(readFileSync(script, "utf8"), { filename: script });
}
const key = await Vote.signKey(signKey);
const vote = await Vote.prepare(key, ballot, filled);
writeFileSync(`${ask}.draft`, vote.blinded);
renameSync(`${ask}.draft`, ask);
while (!existsSync(answer)) {
  await new Promise((done) => setTimeout(done, 20));
}
const signature = await Vote.unblind(key, vote, new Uint8Array(readFileSync(answer)));
const envelope = await Vote.envelope(edition, ballot, boxKey, vote, signature);
const [code, other] = [await Vote.freshCode(), await Vote.freshCode()];
const kept = await Vote.keep(code, ballot, vote);
const again = await Vote.recover(await Vote.readCode(code.toLowerCase()), ballot, kept);
const same = again && ["blinded", "inverse", "message"].every((part) => Buffer.compare(again[part], vote[part]) === 0);
const wrong = await Vote.recover(await Vote.readCode(other), ballot, kept);
const elsewhere = await Vote.recover(await Vote.readCode(code), Number(ballot) + 1, kept);
const bits = 5 * (code.replaceAll("-", "").length - 2);
writeFileSync(result, [Vote.base64(envelope), await Vote.tracker(vote), kept.length, `${same} ${Boolean(wrong)} ${Boolean(elsewhere)}`, bits].join("\n"));
