import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { api, data } from "@/api/client";
import { type Character, characterQuery } from "@/features/characters/characters";
import { Preview } from "@/features/characters/Preview";
import { PhotoCrop } from "@/features/photos/PhotoCrop";
import { ActionBar } from "@/ui/ActionBar";
import { Button } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { usePlaceChoices, useStyleChoices } from "./choices";
import { PictureChoice } from "./PictureChoice";

/** What is drawn: a style and a place, each shown with this character in it. */
export function CreatePage() {
  const { characterId = "" } = useParams();
  const character = useQuery(characterQuery(characterId));
  if (character.data) return <Choosing character={character.data} />;
  return <Trouble error={character.error} onRetry={() => void character.refetch()} />;
}

function Choosing({ character }: { character: Character }) {
  const { t } = useTranslation();
  const [style, setStyle] = useState("storybook");
  const [template, setTemplate] = useState("moon");
  const styles = useStyleChoices(character);
  const portrait = styles.choices.some((one) => one.value === style && one.isPortrait);
  const places = usePlaceChoices(character, portrait ? "storybook" : style);
  const draw = useDraw(character, style, template);
  const { name } = character;
  return (
    <div className="grid gap-5 sm:grid-cols-[3fr_2fr] sm:gap-10">
      <div className="mx-auto aspect-[4/5] h-[34dvh] overflow-hidden rounded-picture sm:sticky sm:top-6 sm:h-auto sm:max-h-[calc(100dvh-8rem)] sm:w-full sm:max-w-[calc((100dvh-8rem)*0.8)] sm:self-start">
        {portrait ? (
          <PhotoCrop photoId={character.photo_ids[0] ?? ""} alt={t("photos.yours")} />
        ) : (
          <Preview
            character={character}
            style={style}
            template={template}
            widthPx={640}
            alt={t("create.preview")}
          />
        )}
      </div>
      <div className="grid min-w-0 content-start gap-5 sm:gap-8">
        <h1>{name ? t("create.title", { name }) : t("create.titleUnnamed")}</h1>
        <PictureChoice
          title={t("create.style")}
          chosen={[style]}
          onChoose={([one]) => setStyle(one ?? style)}
          options={styles.choices}
        />
        {portrait ? (
          <p className="text-soft">{t("create.portrait")}</p>
        ) : (
          <PictureChoice
            title={t("create.place")}
            chosen={[template]}
            onChoose={([one]) => setTemplate(one ?? template)}
            options={places.choices}
          />
        )}
        <Trouble error={draw.error ?? styles.error ?? places.error} />
        <ActionBar>
          <Button onPress={() => draw.mutate()} isDisabled={draw.isPending}>
            {t("create.draw")}
          </Button>
          <p className="text-center text-sm text-soft">{t("create.here")}</p>
        </ActionBar>
      </div>
    </div>
  );
}

function useDraw(character: Character, style: string, template: string) {
  const navigate = useNavigate();
  // The same press sent twice, by an impatient thumb or a bad line, is one job.
  const key = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/v1/jobs", {
          body: { character_id: character.id, style, template, seed: 1, provider: "local", size_px: 1440 },
          params: { header: { "Idempotency-Key": key.current } },
        }),
      ),
    onSuccess: (job) => {
      key.current = crypto.randomUUID();
      return navigate(`/jobs/${job.id}`);
    },
  });
}
