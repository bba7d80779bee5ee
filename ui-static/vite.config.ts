import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

// Maven packs target/classes into the module's jar; the api serves the jar's static/ folder at "/".
export default defineConfig({
  plugins: [preact()],
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
  server: { port: 5173, proxy: { "/api": "http://127.0.0.1:8099" } },
});
