import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  FlipVertical2,
  type LucideProps,
  RotateCcw,
  RotateCw,
  Undo,
  ZoomIn,
  ZoomOut,
} from "lucide-react";
import type { ComponentType } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { step } from "./mover";
import type { Move } from "./moves";
import { SUGGESTED } from "./placing";
import { type Scene, useSceneLayers } from "./scene";
import { WhoChoice } from "./WhoChoice";
import { whereabouts } from "./whereabouts";

const MOVES: [Move, ComponentType<LucideProps>][] = [
  ["turnLeft", RotateCcw],
  ["up", ArrowUp],
  ["turnRight", RotateCw],
  ["larger", ZoomIn],
  ["left", ArrowLeft],
  ["down", ArrowDown],
  ["right", ArrowRight],
  ["smaller", ZoomOut],
];

/** Everything that hands do on the picture, as buttons, and in words where somebody is. */
export function Moving({ scene }: { scene: Scene }) {
  const { t, i18n } = useTranslation();
  const layers = useSceneLayers(scene, true).data;
  const { composition, settled } = scene.composing;
  const act = (move: Move) => (layers ? step(scene, layers, move) : undefined);
  const words = (people: typeof settled.people) =>
    new Intl.ListFormat(i18n.language, { type: "unit" }).format(
      whereabouts(people[scene.selected]?.adjustments ?? SUGGESTED, (key, numbers) => t(key, { ...numbers })),
    );
  return (
    <div className="grid gap-4">
      <WhoChoice scene={scene} />
      <p>
        <span aria-hidden="true">{words(composition.people)}</span>
        {/* Said once the hand rests, not at every step. */}
        <output className="sr-only">{words(settled.people)}</output>
      </p>
      {/* The arrows point where things go, in every language. */}
      <div dir="ltr" className="grid grid-cols-4 gap-2">
        {MOVES.map(([move, icon]) => (
          <Tool key={move} icon={icon} label={t(`move.${move}`)} onPress={() => act(move)} />
        ))}
      </div>
      <div className="grid grid-cols-2 gap-2">
        <Tool icon={FlipVertical2} words={t("move.flip")} onPress={() => act("flip")} />
        <Tool icon={Undo} words={t("move.reset")} onPress={() => act("reset")} />
      </div>
      <p className="text-sm text-soft">{t("move.hint")}</p>
    </div>
  );
}

type ToolProps = {
  icon: ComponentType<LucideProps>;
  /** For those who don't see the icon, when it stands alone. */
  label?: string;
  words?: string;
  onPress: () => void;
};

function Tool({ icon: Icon, label, words, onPress }: ToolProps) {
  return (
    <AriaButton
      {...(label ? { "aria-label": label } : {})}
      onPress={onPress}
      className="flex min-h-12 cursor-pointer items-center justify-center gap-2 rounded-control border border-edge bg-card px-3 hover:border-ink"
    >
      <Icon className="size-5 shrink-0" aria-hidden="true" />
      {words}
    </AriaButton>
  );
}
