import { useQuery } from "@tanstack/react-query";
import i18next from "i18next";
import { useState } from "react";
import { I18nProvider } from "react-aria-components";
import { I18nextProvider } from "react-i18next";
import { fetchWords } from "@/i18n/setup";
import { Pieces } from "./Pieces";

const FRAMES = [
  { theme: "light", language: "en" },
  { theme: "dark", language: "en" },
  { theme: "light", language: "ar" },
  { theme: "dark", language: "ar" },
] as const;

/** Every piece the studio is made of, in every state, by day and by night, in both directions. For who builds it. */
export function WorkshopPage() {
  const arabic = useQuery({ queryKey: ["words", "ar"], queryFn: () => fetchWords("ar").then(() => true) });
  return (
    <div className="grid gap-6">
      <h1>Workshop</h1>
      <div className="grid gap-6 lg:grid-cols-2">
        {arabic.isSuccess
          ? FRAMES.map((frame) => <Frame key={frame.theme + frame.language} {...frame} />)
          : null}
      </div>
    </div>
  );
}

function Frame({ theme, language }: (typeof FRAMES)[number]) {
  const frame = `${theme} ${language}`;
  const [speaker] = useState(() => i18next.cloneInstance({ lng: language }));
  return (
    <div
      data-theme={theme}
      lang={language}
      dir={i18next.dir(language)}
      className="min-w-0 rounded-picture border border-line bg-paper p-4 text-ink sm:p-6"
    >
      <I18nextProvider i18n={speaker}>
        <I18nProvider locale={language}>
          <Pieces frame={frame} />
        </I18nProvider>
      </I18nextProvider>
    </div>
  );
}
