// Makes the browser parts of third parties, with what of them is used, and puts them where the application serves them:
// /vendor/<name>/, each also compressed (.gz, .br). Usage: node build.mjs <target folder>. Needs the network only when
// package-lock.json has changed.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const target = resolve(process.argv[2] ?? join(here, "../../../target/classes/static/vendor"));

// Copied as they are.
const parts = {
  htmx: { from: "htmx.org", files: ["dist/htmx.min.js", "LICENSE"] },
  bootstrap: { from: "bootstrap", files: ["LICENSE"] },
  "bootstrap-icons": { from: "bootstrap-icons", files: ["LICENSE"] },
  "bpmn-js": {
    from: "bpmn-js",
    files: [
      "dist/bpmn-navigated-viewer.production.min.js",
      "dist/assets/diagram-js.css",
      "dist/assets/bpmn-js.css",
      "LICENSE",
    ],
  },
  "form-js": { from: "@bpmn-io/form-js-viewer", files: ["dist/assets/form-js.css", "LICENSE"] },
  "qrcode-generator": { from: "qrcode-generator", files: ["dist/qrcode.js"] },
};

// Bundled from modules into one script each, /vendor/<name>/<file>.js, with what of them is used.
const bundles = {
  blindrsa: { from: "@cloudflare/blindrsa-ts", entry: "blindrsa.mjs", file: "blindrsa", global: "BlindRsa", license: "LICENSE.txt" },
  hpke: { from: "@hpke/core", entry: "hpke.mjs", file: "hpke", global: "Hpke", license: "LICENSE" },
  echarts: { from: "echarts", entry: "charts.mjs", file: "charts", global: "Charts", license: "LICENSE" },
  bootstrap: { from: "bootstrap", entry: "bootstrap.mjs", file: "bootstrap.min", global: "bootstrap", license: "LICENSE" },
  "form-js": { from: "@bpmn-io/form-js-viewer", entry: "forms.mjs", file: "form-viewer", global: "FormViewer", license: "LICENSE" },
};

// What says which classes of Bootstrap and which icons are used: our own pages and programs.
const ours = ["../resources/templates", "../resources/static", "../java"].map((folder) => join(here, folder));

const sources = (folder) => readdirSync(folder, { recursive: true })
  .map((name) => join(folder, name))
  .filter((name) => [".html", ".js", ".java"].includes(extname(name)))
  .sort()
  .map((name) => ({ type: extname(name), text: readFileSync(name, "utf8") }));
const files = ours.flatMap(sources);
const text = files.map((file) => file.text).join("\n");
const found = (pattern) => new Set(Array.from(text.matchAll(pattern), (match) => match[1]));

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

/**
 * The icons that are named, as "bi-<name>" or, where a page puts "bi-" before it, as a word in quotes: in a page's own
 * expressions, and in the classes that give menus, actions and panels their icons. Many other words in quotes are names
 * of icons by chance.
 */
function icons() {
  const folder = join(modules, "bootstrap-icons/icons");
  const quoted = files.flatMap(({ type, text }) => {
    const given = type === ".java" && /[iI]con|Menu|CaseAction|Home/.test(text);
    const pattern = type === ".html" ? /'([a-z0-9]+(?:-[a-z0-9]+)*)'/g : /"([a-z0-9]+(?:-[a-z0-9]+)*)"/g;
    return type === ".html" || given ? Array.from(text.matchAll(pattern), (match) => match[1]) : [];
  });
  const names = new Set([...found(/\bbi-([a-z0-9-]+)/g), ...quoted]);
  return [...names].filter((name) => existsSync(join(folder, `${name}.svg`))).sort();
}

/** As the icon font's classes, but each icon is a mask in the colour of the text: no font of 2,000 icons is loaded. */
function iconStyles(names) {
  const uri = (name) => {
    const svg = readFileSync(join(modules, "bootstrap-icons/icons", `${name}.svg`), "utf8");
    const drawn = svg.replace(/\s*\n\s*/g, "").replace(/ (width|height|fill|class)="[^"]*"/g, (all, what, at) => (at < svg.indexOf(">") ? "" : all));
    return `url("data:image/svg+xml,${drawn.replaceAll('"', "'").replaceAll("#", "%23").replaceAll("<", "%3C").replaceAll(">", "%3E")}")`;
  };
  return [
    '.bi::before,[class^="bi-"]::before,[class*=" bi-"]::before{content:"";display:inline-block;width:1em;height:1em;'
      + "vertical-align:-.125em;background-color:currentColor;-webkit-mask:var(--bi) center/contain no-repeat;mask:var(--bi) center/contain no-repeat}",
    "@media (forced-colors:active){.bi::before{background-color:CanvasText;forced-color-adjust:none}}",
    ...names.map((name) => `.bi-${name}::before{--bi:${uri(name)}}`),
  ].join("\n");
}

/** Bootstrap's styles without the rules whose classes occur nowhere. */
async function bootstrapStyles() {
  const { PurgeCSS } = await import("purgecss");
  const [result] = await new PurgeCSS().purge({
    content: [
      { raw: text, extension: "html" },
      { raw: readFileSync(join(target, "bootstrap/bootstrap.min.js"), "utf8"), extension: "js" },
    ],
    css: [{ raw: styles }],
    variables: true,
    keyframes: true,
  });
  return result.css;
}

const named = icons();
const words = found(/([A-Za-z][\w-]*)/g);
const styles = readFileSync(join(modules, "bootstrap/dist/css/bootstrap.min.css"), "utf8");
const classes = [...new Set(Array.from(styles.matchAll(/\.([A-Za-z][\w-]*)/g), (match) => match[1]))].filter((name) => words.has(name));
const entries = Object.values(bundles).map((bundle) => join(here, bundle.entry));
const wanted = createHash("sha256")
  .update(hash(join(here, "package-lock.json"), fileURLToPath(import.meta.url), ...entries))
  .update(named.join(" "))
  .update(classes.join(" "))
  .digest("hex");
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
      outfile: join(target, name, `${bundle.file}.js`),
      bundle: true,
      minify: true,
      format: "iife",
      globalName: bundle.global,
      target: "es2022",
      charset: "utf8",
      legalComments: "linked",
      logLevel: "error",
    });
    cpSync(join(modules, bundle.from, bundle.license), join(target, name, "LICENSE"));
  }
  writeFileSync(join(target, "bootstrap-icons/icons.css"), iconStyles(named));
  writeFileSync(join(target, "bootstrap/bootstrap.min.css"), await bootstrapStyles());
  for (const name of readdirSync(target, { recursive: true }).filter((file) => [".css", ".js"].includes(extname(file)))) {
    const content = readFileSync(join(target, name));
    writeFileSync(join(target, `${name}.gz`), gzipSync(content, { level: 9 }));
    writeFileSync(join(target, `${name}.br`), brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }));
  }
  writeFileSync(built, wanted);
  console.log(`Browser parts are in ${target}`);
}
