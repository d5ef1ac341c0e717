import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** Numbers, days and sizes as the language writes them. */
export function useFormats() {
  const { i18n } = useTranslation();
  return useMemo(() => formats(i18n.language), [i18n.language]);
}

function formats(language: string) {
  const numbers = new Intl.NumberFormat(language);
  const days = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const moments = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  const inUnit = (unit: string, digits: number) =>
    new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: digits });
  const megabytes = inUnit("megabyte", 1);
  const gigabytes = inUnit("gigabyte", 1);
  return {
    number: (value: number) => numbers.format(value),
    day: (value: string) => days.format(new Date(value)),
    moment: (value: string) => moments.format(new Date(value)),
    size: (bytes: number) => (bytes < 1e9 ? megabytes.format(bytes / 1e6) : gigabytes.format(bytes / 1e9)),
    money: (cents: number) => numbers.format(cents / 100),
  };
}
