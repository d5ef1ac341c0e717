import { Shuffle } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { usePlaceChoices, useStyleChoices } from "./choices";
import { PictureChoice } from "./PictureChoice";
import type { Scene } from "./scene";

/** In which style, and where. */
export function StyleAndPlace({ scene: { composing, characters, isPortrait } }: { scene: Scene }) {
  const { t } = useTranslation();
  const { style, template, seed } = composing.composition;
  const styles = useStyleChoices(characters[0]);
  const places = usePlaceChoices(characters[0], isPortrait ? "storybook" : style);
  return (
    <div className="grid gap-6">
      <PictureChoice
        title={t("create.style")}
        chosen={[style]}
        onChoose={([one]) => composing.change({ style: one ?? style })}
        options={styles.choices}
      />
      {isPortrait ? (
        <p className="text-soft">{t("create.portrait")}</p>
      ) : (
        <>
          <PictureChoice
            title={t("create.place")}
            chosen={[template]}
            onChoose={([one]) => composing.change({ template: one ?? template })}
            options={places.choices}
          />
          <Button kind="quiet" onPress={() => composing.change({ seed: seed + 1 })}>
            <Shuffle className="size-5" aria-hidden="true" />
            {t("create.shuffle")}
          </Button>
        </>
      )}
      <Trouble error={styles.error ?? places.error} />
    </div>
  );
}
