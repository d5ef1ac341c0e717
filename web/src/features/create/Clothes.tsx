import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Character } from "@/features/characters/characters";
import { Preview } from "@/features/characters/Preview";
import { Trouble } from "@/ui/Trouble";
import { outfitsQuery, posesQuery } from "./catalog";
import { type Adjustments, newPerson, UNCHANGED } from "./composition";
import { PictureChoice } from "./PictureChoice";
import { ScenePreview } from "./ScenePreview";
import { type Scene, useSceneLayers } from "./scene";
import { WhoChoice } from "./WhoChoice";

const EXPRESSION = "mouth.expression";
const EXPRESSIONS = ["calm", "smile", "open-smile"] as const;
const MOST_LEAN_DEG = 20;

/** What somebody wears and does in this picture, as pictures of them. What the place suggests follows the place. */
export function Clothes({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const { composing, characters, place, selected } = scene;
  const outfits = useQuery(outfitsQuery);
  const poses = useQuery(posesQuery);
  // Among others somebody stands differently than alone.
  const layers = useSceneLayers(scene, characters.length > 1);
  const suggested = layers.data?.people[selected] ?? place;
  const character = characters[selected];
  const worn = composing.composition.people[selected]?.adjustments;
  if (!character || !worn) return null;
  const adjust = (changes: Partial<Adjustments>) => composing.adjust(selected, changes);
  const trying = (changes: Partial<Adjustments>) => (
    <ScenePreview
      composition={{
        ...composing.composition,
        caption: "",
        people: [
          {
            ...newPerson(character.id),
            adjustments: {
              ...UNCHANGED,
              attributes: worn.attributes,
              outfit: worn.outfit,
              pose: worn.pose,
              ...changes,
            },
          },
        ],
      }}
      version={character.version}
    />
  );
  return (
    <div key={character.id} className="grid gap-6">
      <WhoChoice scene={scene} />
      <Trouble error={outfits.error ?? poses.error} />
      <PictureChoice
        title={t("create.outfit")}
        chosen={[worn.outfit ?? suggested.outfit]}
        onChoose={([outfit]) => adjust({ outfit: outfit && outfit !== place.outfit ? outfit : null })}
        options={(outfits.data ?? []).map((one) => ({
          value: one.name,
          label: t(`outfit.${one.name}`, one.title),
          picture: trying({ outfit: one.name }),
        }))}
      />
      <PictureChoice
        title={t("create.pose")}
        chosen={[worn.pose ?? suggested.pose]}
        onChoose={([pose]) =>
          adjust({ pose: pose && (pose !== place.pose || characters.length > 1) ? pose : null })
        }
        options={(poses.data ?? []).map((one) => ({
          value: one.name,
          label: t(`pose.${one.name}`, one.title),
          picture: trying({ pose: one.name }),
        }))}
      />
      <Expression character={character} worn={worn} onChoose={(attributes) => adjust({ attributes })} />
      <Lean deg={worn.tilt_deg} onChange={(tilt_deg) => composing.adjust(selected, { tilt_deg }, "lean")} />
    </div>
  );
}

type ExpressionProps = {
  character: Character;
  worn: Adjustments;
  onChoose: (attributes: Record<string, string>) => void;
};

function Expression({ character, worn, onChoose }: ExpressionProps) {
  const { t } = useTranslation();
  const { [EXPRESSION]: here, ...others } = worn.attributes;
  const reading = character.attributes[EXPRESSION];
  const usual = String(reading?.drawn ?? reading?.value ?? "");
  return (
    <PictureChoice
      title={t("create.expression")}
      chosen={[here ?? usual]}
      onChoose={([one]) => onChoose(one && one !== usual ? { ...others, [EXPRESSION]: one } : others)}
      options={EXPRESSIONS.map((one) => ({
        value: one,
        label: t(`value.${one}`),
        picture: <Preview character={character} attributes={{ [EXPRESSION]: one }} near="face" alt="" />,
      }))}
    />
  );
}

function Lean({ deg, onChange }: { deg: number; onChange: (deg: number) => void }) {
  const { t } = useTranslation();
  return (
    <label className="grid gap-1">
      <span className="font-title text-xl">{t("create.lean")}</span>
      <input
        type="range"
        dir="ltr"
        min={-MOST_LEAN_DEG}
        max={MOST_LEAN_DEG}
        step={2}
        value={deg}
        onChange={(event) => onChange(Number(event.target.value))}
        className="h-11 w-full accent-[var(--madder)]"
      />
    </label>
  );
}
