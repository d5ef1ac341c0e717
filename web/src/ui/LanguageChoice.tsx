import { useTranslation } from "react-i18next";
import { chooseLanguage, LANGUAGES, type Language } from "@/i18n/setup";

/** The languages by their own names. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <label className="flex items-center gap-3 text-sm">
      <span className="text-soft">{t("language")}</span>
      <select
        value={i18n.language}
        onChange={(event) => chooseLanguage(event.target.value as Language)}
        className="min-h-11 rounded-control border border-edge bg-card px-3"
      >
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
