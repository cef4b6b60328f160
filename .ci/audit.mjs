// Asks the OSV database (Open Source Vulnerabilities) about every library of the application and of its pages.
// Usage: node .ci/audit.mjs target/dependencies.txt; AUDIT_URL names another service that speaks its protocol.
// Prints what is known to be vulnerable, or in one line that and why the audit did NOT run. Always ends well: what was
// found yesterday breaks no build today.
import { readFileSync } from "node:fs";

const service = process.env.AUDIT_URL ?? "https://api.osv.dev";
const seconds = 60;
const chunk = 500; // the service answers at most 1,000 at once

const maven = readFileSync(process.argv[2], "utf8").split("\n")
  .map((line) => /^\s+([\w.-]+):([\w.-]+):jar:(?:[\w.-]+:)?([\w.-]+):(?:compile|runtime)/.exec(line))
  .filter(Boolean)
  .map(([, group, artifact, version]) => ({ package: { ecosystem: "Maven", name: `${group}:${artifact}` }, version }));
const lock = JSON.parse(readFileSync(new URL("../src/main/frontend/package-lock.json", import.meta.url)));
const npm = Object.entries(lock.packages)
  .filter(([path, one]) => path && !one.dev)
  .map(([path, one]) => ({ package: { ecosystem: "npm", name: path.split("node_modules/").pop() }, version: one.version }));
const libraries = [...maven, ...npm];

const known = [];
try {
  if (maven.length < 50 || npm.length < 10) {
    throw new Error(`only ${maven.length} Java and ${npm.length} browser libraries were listed`);
  }
  const signal = AbortSignal.timeout(seconds * 1000);
  for (let from = 0; from < libraries.length; from += chunk) {
    const queries = libraries.slice(from, from + chunk);
    const answer = await fetch(`${service}/v1/querybatch`, { method: "POST", body: JSON.stringify({ queries }), signal });
    if (!answer.ok) {
      throw new Error(`${service} answers ${answer.status}`);
    }
    const { results } = await answer.json();
    if (results?.length !== queries.length) {
      throw new Error(`${service} answers ${results?.length} of ${queries.length} questions`);
    }
    results.forEach((result, index) => {
      const ids = (result.vulns ?? []).map((one) => one.id);
      if (ids.length) {
        known.push(`${queries[index].package.name} ${queries[index].version}: ${ids.join(", ")}`);
      }
    });
  }
  console.log(`dependency audit: ${known.length} of ${libraries.length} libraries are known to be vulnerable`);
  known.sort().forEach((line) => console.log(`  ${line}`));
} catch (error) {
  console.log(`dependency audit did NOT run: ${error.cause?.message ?? error.message}`);
}
