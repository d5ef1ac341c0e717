import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Select } from "./Select";
import { chooseTheme, chosenTheme, type Theme } from "./theme";

/** Light, dark, or as the device has it. */
export function ThemeChoice() {
  const { t } = useTranslation();
  const [theme, setTheme] = useState(chosenTheme);
  return (
    <Select
      label={t("theme.label")}
      value={theme}
      onChange={(value) => {
        chooseTheme(value as Theme);
        setTheme(value as Theme);
      }}
      options={[
        ["auto", t("theme.auto")],
        ["light", t("theme.light")],
        ["dark", t("theme.dark")],
      ]}
    />
  );
}
