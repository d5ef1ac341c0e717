import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { ApiProblem, api, data } from "@/api/client";
import { newKey } from "@/api/newKey";
import { charactersQuery } from "@/features/characters/characters";
import { Preview } from "@/features/characters/Preview";
import { usePlaceChoices, useStyleChoices } from "@/features/create/choices";
import { PictureChoice } from "@/features/create/PictureChoice";
import { useProviderNamed } from "@/features/create/ProviderLine";
import { Consent } from "@/features/makers/Consent";
import { Licence, MakerChoice, Terms } from "@/features/makers/MakerChoice";
import { ActionBar } from "@/ui/ActionBar";
import { Button } from "@/ui/Button";
import { Empty } from "@/ui/Empty";
import { Trouble } from "@/ui/Trouble";

/** Several people in several styles and places, all at once. */
export function NewBatchPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const characters = useQuery(charactersQuery);
  const everybody = characters.data?.items ?? [];
  const [people, setPeople] = useState(search.getAll("person"));
  const [styles, setStyles] = useState(["storybook"]);
  const [places, setPlaces] = useState(["moon"]);
  const shown = everybody.find((one) => people.includes(one.id)) ?? everybody[0];
  const styleChoices = useStyleChoices(shown);
  const placeChoices = usePlaceChoices(shown, "storybook");
  const portraits = styleChoices.choices.filter((one) => one.isPortrait && styles.includes(one.value)).length;
  const total =
    people.length * ((styles.length - portraits) * places.length + (places.length ? portraits : 0));
  const [provider, setProvider] = useState("local");
  const { ready, chosen: maker } = useProviderNamed(provider);
  // Nobody waits beside a hundred pictures to bring them back one by one.
  const makers = ready.filter((one) => one.destination !== "person");
  const draw = useDrawAll(people, styles, places, provider);
  if (characters.data && everybody.length === 0) return <Empty words={t("characters.empty")} />;
  return (
    <div className="mx-auto grid max-w-3xl gap-7">
      <h1>{t("batch.title")}</h1>
      <Trouble error={characters.error} onRetry={() => void characters.refetch()} />
      <PictureChoice
        many
        title={t("batch.people")}
        chosen={people}
        onChoose={setPeople}
        options={everybody.map((one) => ({
          value: one.id,
          label: one.name || t("characters.someone"),
          picture: <Preview character={one} near="head" alt="" />,
        }))}
      />
      <PictureChoice
        many
        title={t("create.style")}
        chosen={styles}
        onChoose={setStyles}
        options={styleChoices.choices}
      />
      <PictureChoice
        many
        title={t("create.place")}
        chosen={places}
        onChoose={setPlaces}
        options={placeChoices.choices}
      />
      <MakerChoice label={t("create.provider")} makers={makers} chosen={maker} onChange={setProvider} />
      {makers.length > 1 ? <Licence maker={maker} /> : null}
      <ActionBar>
        <Trouble error={draw.error ?? styleChoices.error ?? placeChoices.error} />
        <Consent maker={maker} onAgreed={() => draw.mutate()}>
          {(onPress) => (
            <Button {...(onPress ? { onPress } : {})} isDisabled={draw.isPending || total === 0}>
              {total === 0 ? t("batch.nothing") : t("batch.draw", { count: total })}
            </Button>
          )}
        </Consent>
        {maker ? (
          <p className="text-center text-sm text-soft">
            <Terms maker={maker} count={total} />
          </p>
        ) : null}
      </ActionBar>
    </div>
  );
}

function useDrawAll(people: string[], styles: string[], templates: string[], provider: string) {
  const navigate = useNavigate();
  const key = useRef(newKey());
  return useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/v1/batches", {
          body: {
            orders: people.map((id) => ({ character_id: id, seed: 1, provider, size_px: 1440 })),
            styles,
            templates,
            title: "",
          },
          params: { header: { "Idempotency-Key": key.current } },
        }),
      ),
    onSuccess: (batch) => navigate(`/batches/${batch.id}`),
    onError: (error) => {
      // What was refused is changed before it is sent again: that is another batch.
      if (error instanceof ApiProblem) key.current = newKey();
    },
  });
}
