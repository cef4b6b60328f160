// Copies the browser parts of third parties to where the application serves them: /vendor/<name>/.
// Usage: node build.mjs <target folder>. Needs the network only when package-lock.json has changed.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const target = resolve(process.argv[2] ?? join(here, "../../../target/classes/static/vendor"));

const parts = {
  htmx: { from: "htmx.org", files: ["dist/htmx.min.js", "LICENSE"] },
  bootstrap: {
    from: "bootstrap",
    files: ["dist/css/bootstrap.min.css", "dist/js/bootstrap.bundle.min.js", "LICENSE"],
  },
  "bootstrap-icons": { from: "bootstrap-icons", files: ["font/bootstrap-icons.min.css", "font/fonts", "LICENSE"] },
  "bpmn-js": {
    from: "bpmn-js",
    files: [
      "dist/bpmn-navigated-viewer.production.min.js",
      "dist/assets/diagram-js.css",
      "dist/assets/bpmn-js.css",
      "LICENSE",
    ],
  },
  "form-js": {
    from: "@bpmn-io/form-js",
    files: ["dist/form-viewer.umd.js", "dist/assets/form-js.css", "LICENSE"],
  },
  "qrcode-generator": { from: "qrcode-generator", files: ["dist/qrcode.js"] },
  echarts: { from: "echarts", files: ["dist/echarts.min.js", "LICENSE", "NOTICE"] },
};

// Libraries that come as modules only, bundled into one script each, with what of them is used.
const bundles = {
  blindrsa: { from: "@cloudflare/blindrsa-ts", entry: "blindrsa.mjs", global: "BlindRsa", license: "LICENSE.txt" },
  agreement: { from: "@noble/curves", entry: "agreement.mjs", global: "Agreement", license: "LICENSE" },
};

const hash = (...files) => files.reduce((sum, file) => sum.update(readFileSync(file)), createHash("sha256")).digest("hex");
const stamped = (file, stamp) => existsSync(file) && readFileSync(file, "utf8") === stamp;

const lock = hash(join(here, "package-lock.json"));
const installed = join(modules, ".installed");
if (!stamped(installed, lock)) {
  console.log("Installing browser parts (npm ci) …");
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: here,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    console.error("npm ci failed. Node 20 or later and, this once, a reachable npm registry are needed.");
    process.exit(1);
  }
  writeFileSync(installed, lock);
}

const entries = Object.values(bundles).map((bundle) => join(here, bundle.entry));
const wanted = hash(join(here, "package-lock.json"), fileURLToPath(import.meta.url), ...entries);
const built = join(target, ".built");
if (!stamped(built, wanted)) {
  rmSync(target, { recursive: true, force: true });
  for (const [name, part] of Object.entries(parts)) {
    mkdirSync(join(target, name), { recursive: true });
    for (const file of part.files) {
      cpSync(join(modules, part.from, file), join(target, name, file.split("/").pop()), { recursive: true });
    }
  }
  const { buildSync } = await import("esbuild");
  for (const [name, bundle] of Object.entries(bundles)) {
    buildSync({
      entryPoints: [join(here, bundle.entry)],
      outfile: join(target, name, `${name}.js`),
      bundle: true,
      minify: true,
      format: "iife",
      globalName: bundle.global,
      target: "es2022",
      charset: "utf8",
      logLevel: "error",
    });
    cpSync(join(modules, bundle.from, bundle.license), join(target, name, "LICENSE"));
  }
  writeFileSync(built, wanted);
  console.log(`Browser parts are in ${target}`);
}
