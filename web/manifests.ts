import type { Plugin } from "vite";
import ar from "./src/i18n/ar.json" with { type: "json" };
import de from "./src/i18n/de.json" with { type: "json" };
import en from "./src/i18n/en.json" with { type: "json" };
import es from "./src/i18n/es.json" with { type: "json" };

const WORDS = { ar, de, en, es };
const PAPER = "#FBF7F0";

/** What a device installs the studio by, in each language; tools/studio.py draws the icons. */
export function manifests(): Plugin {
  return {
    name: "limner-manifests",
    apply: "build",
    generateBundle() {
      for (const [language, words] of Object.entries(WORDS)) {
        const fileName = `manifest.${language}.webmanifest`;
        this.emitFile({ type: "asset", fileName, source: JSON.stringify(manifest(language, words)) });
      }
    },
  };
}

function manifest(language: string, words: typeof en) {
  const shortcut = (url: string, name: string) => ({ name, url, icons: [icon("192", "any")] });
  return {
    id: "/",
    name: words.app.name,
    short_name: "Limner",
    description: words.welcome.words,
    lang: language,
    dir: language === "ar" ? "rtl" : "ltr",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: PAPER,
    theme_color: PAPER,
    categories: ["photo", "kids", "entertainment"],
    icons: [
      icon("192", "any"),
      icon("512", "any"),
      icon("maskable", "maskable"),
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
    ],
    shortcuts: [
      shortcut("/new", words.nav.new),
      shortcut("/gallery", words.nav.gallery),
      shortcut("/characters", words.nav.characters),
    ],
  };
}

function icon(name: "192" | "512" | "maskable", purpose: "any" | "maskable") {
  const side = name === "192" ? 192 : 512;
  return { src: `/icons/${name}.png`, sizes: `${side}x${side}`, type: "image/png", purpose };
}
