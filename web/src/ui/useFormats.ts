import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** Numbers, days and sizes as the language writes them. */
export function useFormats() {
  const { i18n } = useTranslation();
  return useMemo(() => formats(i18n.language), [i18n.language]);
}

const CENT = 10_000;

function formats(language: string) {
  const numbers = new Intl.NumberFormat(language);
  const days = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const months = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" });
  const moments = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  const dollars = new Intl.NumberFormat(language, { style: "currency", currency: "USD" });
  const fractions = new Intl.NumberFormat(language, {
    style: "currency",
    currency: "USD",
    maximumSignificantDigits: 2,
  });
  const inUnit = (unit: string, digits: number) =>
    new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: digits });
  const seconds = new Intl.NumberFormat(language, {
    style: "unit",
    unit: "second",
    unitDisplay: "long",
    maximumFractionDigits: 1,
  });
  const megabytes = inUnit("megabyte", 1);
  const gigabytes = inUnit("gigabyte", 1);
  return {
    seconds: (value: number) => seconds.format(value),
    number: (value: number) => numbers.format(value),
    day: (value: string) => days.format(new Date(value)),
    /** As 2026-01. */
    month: (value: string) => months.format(new Date(`${value}-01T00:00:00Z`)),
    moment: (value: string) => moments.format(new Date(value)),
    size: (bytes: number) => (bytes < 1e9 ? megabytes.format(bytes / 1e6) : gigabytes.format(bytes / 1e9)),
    /** Millionths of a US dollar; parts of a cent keep their digits. */
    money: (microusd: number) =>
      (microusd < 1e6 && microusd % CENT ? fractions : dollars).format(microusd / 1e6),
  };
}
