import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { movablesOf, step } from "../mover";
import { moveOf } from "../moves";
import type { Scene } from "../scene";
import type { SceneLayers } from "../scenes";
import { NO_GUIDES } from "../snap";
import { Sheet } from "./Sheet";
import { useGestures } from "./useGestures";
import { useImage, useParts } from "./useParts";

type StageProps = { scene: Scene; layers: SceneLayers; preview: string | null };

/** The picture to lay hands on: fingers, mouse or keys move whoever is chosen. Its true preview shows when they rest. */
export function Stage({ scene, layers, preview }: StageProps) {
  const { t } = useTranslation();
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const unit = useWidth(frame) / layers.width;
  const parts = useParts(layers);
  const truth = useImage(preview);
  const { held, handlers } = useGestures(scene, layers, parts, unit);
  const movables = movablesOf(scene, layers).map((one, index) =>
    held?.index === index ? { ...one, placing: held.placing } : one,
  );
  return (
    <div
      ref={setFrame}
      role="application"
      aria-label={t("move.stage")}
      aria-describedby="stage-keys"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
      tabIndex={0}
      dir="ltr"
      data-true={truth !== null && held === null}
      className="size-full cursor-move touch-none select-none overflow-hidden rounded-picture bg-line"
      onKeyDown={(event) => {
        const move = moveOf(event.nativeEvent);
        if (!move) return;
        event.preventDefault();
        step(scene, layers, move, event.shiftKey && event.key.startsWith("Arrow"));
      }}
      {...handlers}
    >
      <p id="stage-keys" className="sr-only">
        {t("move.keys")}
      </p>
      {unit > 0 && parts ? (
        <Sheet
          layers={layers}
          parts={parts}
          movables={movables}
          selected={scene.selected}
          guides={held?.guides ?? NO_GUIDES}
          preview={held ? null : truth}
          unit={unit}
        />
      ) : null}
    </div>
  );
}

function useWidth(frame: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!frame) return undefined;
    const watch = new ResizeObserver(() => setWidth(frame.clientWidth));
    watch.observe(frame);
    return () => watch.disconnect();
  }, [frame]);
  return width;
}
