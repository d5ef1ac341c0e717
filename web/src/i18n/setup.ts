import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en.json";

export const LANGUAGES = { en: "English", de: "Deutsch", es: "Español", ar: "العربية" } as const;
export type Language = keyof typeof LANGUAGES;
const KEY = "limner.language";
/** English is always there, for words that a language lacks; the others are fetched when they are chosen. */
const WORDS = { de: () => import("./de.json"), es: () => import("./es.json"), ar: () => import("./ar.json") };

function preferred(): Language {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages].map((one) => one?.slice(0, 2));
  return (wanted.find((one) => one && one in LANGUAGES) as Language | undefined) ?? "en";
}

function show(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
  document.querySelector("link[rel=manifest]")?.setAttribute("href", `/manifest.${language}.webmanifest`);
}

/** Ready when the words of a language are there. */
export async function fetchWords(language: Language): Promise<void> {
  if (language !== "en" && !i18next.hasResourceBundle(language, "translation")) {
    i18next.addResourceBundle(language, "translation", (await WORDS[language]()).default);
  }
}

async function speak(language: Language): Promise<void> {
  await fetchWords(language);
  await i18next.changeLanguage(language);
}

/** Ready when the words of the person's language are there. */
export async function startSpeaking(): Promise<void> {
  i18next.on("languageChanged", show);
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: en } },
    lng: "en",
    fallbackLng: "en",
    interpolation: { escapeValue: false },
  });
  await speak(preferred()).catch(() => undefined);
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  void speak(language);
}
