import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";

// Maven packs target/classes into the module's jar; the api serves the jar's static/ folder at "/".
export default defineConfig({
  plugins: [preact(), licences()],
  base: "./",
  build: {
    outDir: "target/classes/static",
    emptyOutDir: true,
    target: "es2022",
    // Data URLs would need "font-src data:" in the content security policy.
    assetsInlineLimit: 0,
    // Vite's preload helper is for browsers that lack modulepreload; all that run this have it.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
  },
  worker: { plugins: () => [licences()] },
  server: { port: 5173, proxy: { "/api": "http://127.0.0.1:8099" } },
});

const found = new Map<string, string>();

/** Writes the licences of the packages that are really in the output beside it, as most of them ask for. */
function licences(): Plugin {
  return {
    name: "licences",
    transform(_code, id) {
      const root = packageOf(id);
      if (root !== null && !found.has(root)) found.set(root, licenceOf(root));
      return null;
    },
    generateBundle() {
      // Only its font files are used, and those come by way of a style sheet.
      const font = join(import.meta.dirname, "node_modules/@fontsource-variable/inter");
      found.set(font, licenceOf(font));
      this.emitFile({ type: "asset", fileName: "assets/third-party-licences.txt", source: [...found.values()].sort().join("\n\n") });
    },
  };
}

/** The folder of the package that a module belongs to; null for our own. */
function packageOf(id: string): string | null {
  const path = id.replace(/^\0/, "").replace(/\?.*$/, "");
  return /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? null;
}

const manifest = (root: string) => JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { name?: string; version?: string; license?: string };

function licenceOf(root: string): string {
  const { name, version, license } = manifest(root);
  const file = readdirSync(root).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file === undefined ? "" : `\n\n${readFileSync(join(root, file), "utf8").trim()}`;
  return `==== ${name} ${version} (${license ?? "see text"})${text}`;
}
