import { useTranslation } from "react-i18next";
import { chooseLanguage, LANGUAGES, type Language } from "@/i18n/setup";
import { Select } from "./Select";

/** The languages by their own names. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation();
  return (
    <Select
      label={t("language")}
      value={i18n.language}
      onChange={(value) => chooseLanguage(value as Language)}
      options={Object.entries(LANGUAGES)}
    />
  );
}
