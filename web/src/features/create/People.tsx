import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, ArrowRight, UserPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type Character, characterQuery, charactersQuery } from "@/features/characters/characters";
import { Preview } from "@/features/characters/Preview";
import { Button, ButtonLink } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { withPeople, withPersonMoved } from "./composition";
import { PictureChoice } from "./PictureChoice";
import type { Scene } from "./scene";

/** Who is in the picture, and in which order. */
export function People({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const { composing, characters, place } = scene;
  const queries = useQueryClient();
  const everybody = useQuery(charactersQuery);
  const listed = everybody.data?.items ?? [];
  // Somebody in the picture may be beyond the end of the list.
  const shown = [...characters.filter((one) => !listed.some((other) => other.id === one.id)), ...listed];
  const isFull = characters.length >= place.most_people;
  const choose = (ids: string[]) => {
    if (ids.length === 0) return;
    // Known from the list: nothing has to wait for them.
    for (const one of shown) queries.setQueryData(characterQuery(one.id).queryKey, one);
    composing.replace((now) => withPeople(now, ids));
  };
  return (
    <div className="grid gap-6">
      <Trouble error={everybody.error} onRetry={() => void everybody.refetch()} />
      <PictureChoice
        many
        title={t("create.people")}
        isFull={isFull}
        chosen={characters.map((one) => one.id)}
        onChoose={choose}
        options={shown.map((one) => ({
          value: one.id,
          label: one.name || t("characters.someone"),
          picture: <Preview character={one} near="head" alt="" />,
        }))}
      />
      {isFull ? <p className="text-soft">{t("create.full", { count: place.most_people })}</p> : null}
      {characters.length > 1 ? <Order scene={scene} /> : null}
      <ButtonLink to="/new" kind="quiet">
        <UserPlus className="size-5" aria-hidden="true" />
        {t("create.someoneNew")}
      </ButtonLink>
    </div>
  );
}

function Order({ scene: { composing, characters, select } }: { scene: Scene }) {
  const { t } = useTranslation();
  const move = (index: number, by: -1 | 1) => {
    composing.replace((now) => withPersonMoved(now, index, by));
    select(index + by);
  };
  return (
    <div className="grid gap-1">
      <h2 className="font-normal text-xl">{t("create.order")}</h2>
      <ol>
        {characters.map((one, index) => (
          <Standing
            key={one.id}
            character={one}
            onLeft={index > 0 ? () => move(index, -1) : null}
            onRight={index < characters.length - 1 ? () => move(index, 1) : null}
          />
        ))}
      </ol>
    </div>
  );
}

type StandingProps = { character: Character; onLeft: (() => void) | null; onRight: (() => void) | null };

function Standing({ character, onLeft, onRight }: StandingProps) {
  const { t } = useTranslation();
  const name = character.name || t("characters.someone");
  return (
    <li className="flex items-center gap-2 border-line border-b py-2">
      <span className="me-auto min-w-0 break-words">{name}</span>
      <Button
        kind="icon"
        aria-label={t("create.furtherLeft", { name })}
        isDisabled={!onLeft}
        onPress={() => onLeft?.()}
      >
        <ArrowLeft className="size-5" aria-hidden="true" />
      </Button>
      <Button
        kind="icon"
        aria-label={t("create.furtherRight", { name })}
        isDisabled={!onRight}
        onPress={() => onRight?.()}
      >
        <ArrowRight className="size-5" aria-hidden="true" />
      </Button>
    </li>
  );
}
