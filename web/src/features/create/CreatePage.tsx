import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { api, data } from "@/api/client";
import { type Character, characterQuery } from "@/features/characters/characters";
import { Preview } from "@/features/characters/Preview";
import { Button } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { stylesQuery, templatesQuery } from "./catalog";
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
  const navigate = useNavigate();
  const styles = useQuery(stylesQuery);
  const templates = useQuery(templatesQuery);
  const [style, setStyle] = useState("storybook");
  const [template, setTemplate] = useState("moon");
  // The same press sent twice, by an impatient thumb or a bad line, is one job.
  const key = useRef(crypto.randomUUID());
  const portrait = styles.data?.find((one) => one.name === style)?.family === "portrait";
  const draw = useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/v1/jobs", {
          body: { character_id: character.id, style, template, seed: 1, provider: "local", size_px: 1440 },
          params: { header: { "idempotency-key": key.current } },
        }),
      ),
    onSuccess: (job) => {
      key.current = crypto.randomUUID();
      void navigate(`/jobs/${job.id}`);
    },
  });
  const name = character.name || t("characters.unnamed");
  return (
    <div className="grid gap-8 sm:grid-cols-[3fr_2fr]">
      <div className="grid content-start gap-4 sm:sticky sm:top-6 sm:self-start">
        {portrait ? (
          <p className="grid aspect-[4/5] place-items-center rounded-picture bg-card p-8 text-center text-soft">
            {t("create.portrait")}
          </p>
        ) : (
          <Preview
            character={character}
            style={style}
            template={template}
            widthPx={640}
            alt={t("create.preview", { name })}
          />
        )}
      </div>
      <div className="grid content-start gap-8">
        <h1>{t("create.title", { name })}</h1>
        <PictureChoice
          title={t("create.style")}
          chosen={style}
          onChoose={setStyle}
          options={(styles.data ?? []).map((one) => ({
            value: one.name,
            label: t(`style.${one.name}`, one.title),
            picture:
              one.family === "character" ? (
                <Preview character={character} style={one.name} widthPx={240} alt="" />
              ) : null,
          }))}
        />
        {portrait ? null : (
          <PictureChoice
            title={t("create.place")}
            chosen={template}
            onChoose={setTemplate}
            options={(templates.data ?? []).map((one) => ({
              value: one.name,
              label: t(`template.${one.name}`, one.title),
              picture: (
                <Preview
                  character={character}
                  style={portrait ? "storybook" : style}
                  template={one.name}
                  widthPx={240}
                  alt=""
                />
              ),
            }))}
          />
        )}
        <Trouble error={draw.error ?? styles.error ?? templates.error} />
        <div className="sticky bottom-20 grid gap-2 sm:static">
          <Button onPress={() => draw.mutate()} isDisabled={draw.isPending}>
            {t("create.draw")}
          </Button>
          <p className="text-center text-sm text-soft">{t("create.here")}</p>
        </div>
      </div>
    </div>
  );
}
