import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import ar from "./ar.json";
import de from "./de.json";
import en from "./en.json";
import es from "./es.json";

export const LANGUAGES = { en: "English", de: "Deutsch", es: "Español", ar: "العربية" } as const;
export type Language = keyof typeof LANGUAGES;
const KEY = "limner.language";

function preferred(): Language {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages].map((one) => one?.slice(0, 2));
  return (wanted.find((one) => one && one in LANGUAGES) as Language | undefined) ?? "en";
}

function show(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}

i18next.on("languageChanged", show);
void i18next.use(initReactI18next).init({
  resources: {
    en: { translation: en },
    de: { translation: de },
    es: { translation: es },
    ar: { translation: ar },
  },
  lng: preferred(),
  fallbackLng: "en",
  interpolation: { escapeValue: false },
});

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEY, language);
  void i18next.changeLanguage(language);
}
