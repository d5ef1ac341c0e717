import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import { manifests } from "./manifests.ts";

/** Kept on the device so that the studio opens without a line: its own files, and nothing of anybody's. */
const offlineShell = VitePWA({
  registerType: "prompt",
  injectRegister: null,
  manifest: false,
  workbox: {
    globPatterns: ["**/*.{js,css,html,woff2,svg,webp}"],
    globIgnores: ["notice-click.js"],
    importScripts: ["notice-click.js"],
    navigateFallback: "/index.html",
    navigateFallbackDenylist: [/^\/api\//, /^\/(healthz|readyz|metrics)$/],
    cleanupOutdatedCaches: true,
    inlineWorkboxRuntime: true,
    sourcemap: false,
  },
});

export default defineConfig({
  plugins: [react(), tailwindcss(), manifests(), offlineShell],
  resolve: { alias: { "@": fileURLToPath(new URL("src", import.meta.url)) } },
  build: { outDir: "../src/limner/api/studio", emptyOutDir: true, target: "es2022" },
  server: { proxy: { "/api": { target: "http://127.0.0.1:8400", ws: true } } },
  test: { environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"] },
});
