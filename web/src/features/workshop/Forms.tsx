import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";
import { Checks } from "@/ui/Checks";
import { Field } from "@/ui/Field";
import { Pills } from "@/ui/Pills";
import { Select } from "@/ui/Select";
import { Piece } from "./Piece";

/** What is written into and chosen from. */
export function Forms() {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const [one, setOne] = useState("a");
  const [some, setSome] = useState<string[]>(["a"]);
  const [part, setPart] = useState("a");
  const options: [string, string][] = [
    ["a", t("account.scope.read")],
    ["b", t("account.scope.draw")],
  ];
  return (
    <>
      <Piece name="Field">
        <Field label={t("welcome.email")} type="email" value={words} onChange={setWords} autoComplete="off" />
        <Field
          label={t("welcome.password")}
          type="password"
          value="three quiet green boats"
          onChange={() => undefined}
          autoComplete="off"
          hint={t("welcome.passwordHint")}
        />
        <Field
          label={t("characters.name")}
          value={words}
          onChange={setWords}
          autoComplete="off"
          beside={<Button kind="quiet">{t("keep")}</Button>}
        />
      </Piece>
      <Piece name="Select">
        <Select label={t("gallery.style")} value={one} onChange={setOne} options={options} />
        <Select label={t("gallery.character")} quiet value={one} onChange={setOne} options={options} />
      </Piece>
      <Piece name="Checks">
        <Checks label={t("account.keyMay")} options={options} chosen={some} onChange={setSome} />
      </Piece>
      <Piece name="Pills">
        <Pills
          label={t("nav.label")}
          chosen={part}
          onChoose={setPart}
          parts={options.map(([name, label]) => ({ name, label, content: <p>{label}</p> }))}
        />
      </Piece>
    </>
  );
}
