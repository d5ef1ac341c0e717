import { cleanup, render, screen } from "@testing-library/react";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { afterEach, beforeAll, expect, test } from "vitest";
import { ApiProblem } from "@/api/client";
import de from "@/i18n/de.json";
import en from "@/i18n/en.json";
import { Trouble } from "./Trouble";

const guessed = new ApiProblem({
  type: "urn:limner:problem:request.invalid",
  title: "Unprocessable Entity",
  status: 422,
  code: "request.invalid",
  detail: "This password is guessed at once.",
  advice: "Four words are easy to keep.",
});

beforeAll(async () => {
  const resources = { en: { translation: en }, de: { translation: de } };
  await i18next.use(initReactI18next).init({ lng: "en", resources });
});
afterEach(cleanup);

test.each(["en", "de"])("in %s nobody has to guess which entry was wrong", async (language) => {
  await i18next.changeLanguage(language);
  render(<Trouble error={guessed} />);
  expect(screen.getByRole("alert").textContent).toContain(guessed.problem.detail);
  expect(screen.getByRole("alert").textContent).toContain(guessed.problem.advice);
  expect(screen.queryByText(de.problem["request.invalid"]) !== null).toBe(language === "de");
});
