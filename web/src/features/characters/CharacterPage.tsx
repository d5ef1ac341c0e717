import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Redo2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { api, data } from "@/api/client";
import { Button, ButtonLink } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Trouble } from "@/ui/Trouble";
import { AttributePicker } from "./AttributePicker";
import { attributesQuery, type Character, characterQuery, type Tried } from "./characters";
import { Preview } from "./Preview";

/** A person, corrected by looking: each choice is shown as it would be drawn. */
export function CharacterPage() {
  const { characterId = "" } = useParams();
  const character = useQuery(characterQuery(characterId));
  if (character.data) return <Editor key={characterId} character={character.data} />;
  return <Trouble error={character.error} onRetry={() => void character.refetch()} />;
}

function Editor({ character }: { character: Character }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const attributes = useQuery(attributesQuery);
  const path = { character_id: character.id };
  const kept = (changed: Character) => {
    queries.setQueryData(characterQuery(character.id).queryKey, changed);
    void queries.invalidateQueries({ queryKey: ["characters"] });
  };
  const change = useMutation({
    mutationFn: (values: Tried) =>
      data(
        api.PATCH("/api/v1/characters/{character_id}", { params: { path }, body: { attributes: values } }),
      ),
    onSuccess: kept,
  });
  const goTo = useMutation({
    mutationFn: (version: number) =>
      data(api.PUT("/api/v1/characters/{character_id}/version", { params: { path }, body: { version } })),
    onSuccess: kept,
  });
  const tried = change.isPending ? change.variables : {};
  const name = character.name || t("characters.unnamed");
  return (
    <div className="grid gap-8 sm:grid-cols-[3fr_2fr]">
      <div className="grid content-start gap-4 sm:sticky sm:top-6 sm:self-start">
        <Preview
          character={character}
          attributes={tried}
          widthPx={640}
          alt={t("characters.drawing", { name })}
        />
        <div className="flex gap-2">
          <Button
            kind="quiet"
            isDisabled={character.version <= 1 || goTo.isPending}
            onPress={() => goTo.mutate(character.version - 1)}
          >
            <Undo2 className="size-5 rtl:-scale-x-100" aria-hidden="true" />
            {t("undo")}
          </Button>
          <Button
            kind="quiet"
            isDisabled={character.version >= character.latest_version || goTo.isPending}
            onPress={() => goTo.mutate(character.version + 1)}
          >
            <Redo2 className="size-5 rtl:-scale-x-100" aria-hidden="true" />
            {t("redo")}
          </Button>
        </div>
        <ButtonLink to={`/characters/${character.id}/create`}>{t("characters.create")}</ButtonLink>
      </div>
      <div className="grid content-start gap-8">
        <h1>{name}</h1>
        <Naming character={character} onKept={kept} />
        <Trouble error={change.error ?? goTo.error ?? attributes.error} />
        {character.asks.length > 0 ? (
          <p className="border-ochre border-s-4 ps-3">
            {t("characters.asks", { count: character.asks.length })}
          </p>
        ) : null}
        {inOrder(character, attributes.data ?? []).map((attribute) => (
          <AttributePicker
            key={attribute.name}
            attribute={attribute}
            character={character}
            onChoose={(value) => change.mutate({ [attribute.name]: value })}
          />
        ))}
      </div>
    </div>
  );
}

/** What is asked comes first; a colour of something that is not there is left out. */
function inOrder<A extends { name: string }>(character: Character, attributes: A[]): A[] {
  const asked = new Set(character.asks);
  const is = (name: string) => character.attributes[name]?.drawn ?? character.attributes[name]?.value;
  const absent = new Set([
    ...(is("glasses.frame") === "none" ? ["glasses.colour"] : []),
    ...(is("beard.style") === "none" && is("moustache.style") === "none" ? ["beard.colour"] : []),
    ...(is("head.covering") === "none" ? ["head.covering_colour"] : []),
  ]);
  const shown = attributes.filter((one) => !absent.has(one.name));
  return [...shown.filter((one) => asked.has(one.name)), ...shown.filter((one) => !asked.has(one.name))];
}

function Naming({ character, onKept }: { character: Character; onKept: (changed: Character) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(character.name);
  const rename = useMutation({
    mutationFn: () =>
      data(
        api.PATCH("/api/v1/characters/{character_id}", {
          params: { path: { character_id: character.id } },
          body: { attributes: {}, name },
        }),
      ),
    onSuccess: onKept,
  });
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate();
      }}
    >
      <div className="grow">
        <Field
          label={t("characters.name")}
          hint={t("characters.nameHint")}
          value={name}
          onChange={setName}
          maxLength={80}
        />
      </div>
      <Button type="submit" kind="quiet" isDisabled={name === character.name || rename.isPending}>
        {t("keep")}
      </Button>
    </form>
  );
}
