import i18next from "i18next";
import { expect, test } from "vitest";
import ar from "./ar.json";
import de from "./de.json";
import en from "./en.json";
import es from "./es.json";

type Words = { [key: string]: string | Words };
const OTHERS: [string, Words][] = [
  ["de", de],
  ["es", es],
  ["ar", ar],
];
/** Words that are written alike: names of things that came with their word, and "Name". */
const ALIKE: Record<string, string[]> = {
  de: [
    "Afro",
    "Album",
    "Anime",
    "Baby",
    "Blond",
    "Bob",
    "Comic",
    "Cornrows",
    "Locs",
    "Name",
    "Patka",
    "Person",
    "Turban",
    "Undercut",
  ],
  es: ["Anime", "Afro", "No", "Patka"],
  ar: [],
};
/** Names of companies, written alike everywhere. */
const NAMES = ["Gemini", "OpenAI", "Runway", "Veo"];
const FORM = /_(zero|one|two|few|many|other)$/;

/** Every text by the keys that lead to it, joined by "/" because keys hold dots themselves. */
function flat(words: Words, before = ""): Map<string, string> {
  const pairs = Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[before + key, value]] : [...flat(value, `${before}${key}/`)],
  );
  return new Map(pairs);
}

const english = flat(en);

/** A key without its plural form; "too_many" has none, for there is no "too_other". */
function stem(key: string): string {
  const without = key.replace(FORM, "");
  return english.has(`${without}_other`) ? without : key;
}

const isPlural = (key: string) => stem(key) !== key;
const keys = (words: Map<string, string>) => [...new Set([...words.keys()].map(stem))].sort();
const placeholders = (text: string) => (text.match(/\{\{.*?\}\}/g) ?? []).sort();
test.each(OTHERS)("%s has exactly the keys of English", (_, words) => {
  expect(keys(flat(words))).toEqual(keys(english));
});

test.each(OTHERS)("%s is translated whole", (language, words) => {
  const same = [...flat(words)].filter(
    ([key, text]) =>
      text === english.get(key) && /\p{L}/u.test(text.replace(/\{\{.*?\}\}/g, "")) && text !== "",
  );
  const known = [...NAMES, ...(ALIKE[language] ?? [])];
  expect(same.map(([, text]) => text).filter((text) => !known.includes(text))).toEqual([]);
});

test.each(OTHERS)("%s fills the same places in its sentences", (_, words) => {
  for (const [key, text] of flat(words)) {
    const wanted = english.get(key) ?? english.get(`${stem(key)}_other`) ?? "";
    // A plural may say its number as a word: "two things".
    const said = isPlural(key) ? placeholders(wanted).filter((one) => one !== "{{count}}") : null;
    expect(placeholders(text).filter((one) => !said || one !== "{{count}}")).toEqual(
      said ?? placeholders(wanted),
    );
  }
});

test.each([["en", en] as [string, Words], ...OTHERS])(
  "%s has each of its plural forms",
  (language, words) => {
    const all = flat(words);
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const key of all.keys()) {
      if (!isPlural(key)) continue;
      expect(forms.filter((form) => !all.has(`${stem(key)}_${form}`))).toEqual([]);
    }
  },
);

test.each([["en", en] as [string, Words], ...OTHERS])("%s speaks quietly", (_, words) => {
  expect([...flat(words).values()].filter((text) => /[!¡]/.test(text) || text.trim() !== text)).toEqual([]);
});

test("a page finds words whose key holds a dot, and Arabic counts", async () => {
  const speaker = i18next.createInstance();
  await speaker.init({ lng: "ar", resources: { en: { translation: en }, ar: { translation: ar } } });
  expect(speaker.t("problem.photo.too_large")).toBe(ar.problem["photo.too_large"]);
  expect(speaker.t("coach.face.none.advice")).toBe(ar.coach["face.none"].advice);
  expect(speaker.t("group.asked", { count: 2 })).toBe(ar.group.asked_two);
  expect(speaker.t("group.asked", { count: 5 })).toContain("5 أسئلة");
  expect(speaker.t("group.asked", { count: 11 })).toContain("11 سؤالًا");
});
