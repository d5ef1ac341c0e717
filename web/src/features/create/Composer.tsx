import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { Schema } from "@/api/client";
import type { Character } from "@/features/characters/characters";
import { Pills } from "@/ui/Pills";
import { Clothes } from "./Clothes";
import { DrawBar } from "./DrawBar";
import { Moving } from "./Moving";
import { People } from "./People";
import { Picture } from "./Picture";
import { Licence, ProviderChoice, Wishes } from "./ProviderLine";
import { StyleAndPlace } from "./StyleAndPlace";
import type { Scene } from "./scene";
import type { Composing } from "./useComposition";
import { Words } from "./Words";

type ComposerProps = {
  composing: Composing;
  characters: Character[];
  styles: Schema["StyleOut"][];
  templates: Schema["TemplateOut"][];
};

const PARTS = { place: StyleAndPlace, people: People, clothes: Clothes, words: Words, move: Moving };
type Part = keyof typeof PARTS;

/** The picture, and beside it one part of what can be chosen at a time. */
export function Composer({ composing, characters, styles, templates }: ComposerProps) {
  const { t, i18n } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState(0);
  const { style, template } = composing.composition;
  const isPortrait = styles.some((one) => one.name === style && one.family === "portrait");
  const place = templates.find((one) => one.name === template) ?? templates[0];
  if (!place) return null;
  const parts: Part[] = isPortrait
    ? ["place"]
    : ["place", "people", "clothes", ...(place.has_caption ? (["words"] as const) : []), "move"];
  const part = parts.find((one) => one === search.get("part")) ?? "place";
  const selected = Math.min(chosen, characters.length - 1);
  const scene: Scene = { composing, characters, place, isPortrait, selected, select: setChosen };
  const names = characters.slice(0, isPortrait ? 1 : undefined).map((one) => one.name);
  const together = new Intl.ListFormat(i18n.language).format(names);
  return (
    <div className="flex flex-col gap-x-10 gap-y-2 sm:grid sm:grid-cols-[2fr_minmax(20rem,1fr)]">
      <Picture scene={scene} isMoving={part === "move"} />
      <div className="grid min-w-0 content-start gap-5">
        <h1 className={part === "place" ? "" : "max-sm:sr-only"}>
          {names.every(Boolean) ? t("create.title", { name: together }) : t("create.titleUnnamed")}
        </h1>
        <Pills
          label={t("create.parts")}
          chosen={part}
          onChoose={(one) => setSearch(one === "place" ? {} : { part: one }, { replace: true })}
          parts={parts.map((one) => {
            const Content = PARTS[one];
            return { name: one, label: t(`part.${one}`), content: <Content scene={scene} /> };
          })}
        />
        <ProviderChoice composing={composing} />
        <Wishes composing={composing} />
        <Licence composing={composing} />
        <DrawBar composing={composing} isPortrait={isPortrait} />
      </div>
    </div>
  );
}
