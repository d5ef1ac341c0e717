import { useState } from "react";
import { Button as Tile } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";
import { AttributePicker } from "./AttributePicker";
import type { Attribute, Character } from "./characters";
import { closeness } from "./groups";
import { Preview } from "./Preview";
import { pairOf } from "./pair";

type QuestionProps = { attribute: Attribute; character: Character; onChoose: (value: string) => void };

/** What is uncertain, as two pictures of this very person; whoever sees neither of them gets all there is. */
export function Question({ attribute, character, onChoose }: QuestionProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (all) return <AttributePicker attribute={attribute} character={character} onChoose={onChoose} />;
  const pair = pairOf(attribute, String(character.attributes[attribute.name]?.drawn ?? ""));
  const title = t(`attribute.${attribute.name}`, attribute.name);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2">
        <span className="font-semibold">{title}</span>{" "}
        <span className="text-ochre">{t("characters.ask")}</span>
      </legend>
      <div className="grid grid-cols-2 gap-3">
        {pair.map((value) => (
          <Tile
            key={value}
            onPress={() => onChoose(value)}
            className="grid cursor-pointer content-start gap-1.5 rounded-picture p-1 text-center outline-offset-2 hover:outline-2 hover:outline-edge"
          >
            <Preview
              character={character}
              attributes={{ [attribute.name]: value }}
              near={closeness(attribute.name)}
              alt=""
            />
            <Words attribute={attribute} value={value} title={title} />
          </Tile>
        ))}
      </div>
      {attribute.kind === "yes_no" ? null : (
        <Button kind="bare" onPress={() => setAll(true)}>
          {t("characters.neither")}
        </Button>
      )}
    </fieldset>
  );
}

/** A value in words; a shade without a name, and a number, are "this one" to the eye and named for the ear. */
function Words({ attribute, value, title }: { attribute: Attribute; value: string; title: string }) {
  const { t } = useTranslation();
  const word = Object.entries(attribute.words ?? {}).find(([, one]) => one === value)?.[0] ?? value;
  const named = attribute.kind === "yes_no" || word !== value || attribute.kind === "choice";
  return named ? (
    <span>{t(`value.${word}`, word.replaceAll("-", " "))}</span>
  ) : (
    <span>
      {t("characters.thisOne")} <span className="sr-only">{`${title} ${value}`}</span>
    </span>
  );
}
