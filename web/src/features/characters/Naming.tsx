import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Trouble } from "@/ui/Trouble";
import { type Character, characterQuery } from "./characters";

/** A name and pronouns, if they are wanted; both are the account's own business. */
export function Naming({ character }: { character: Character }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState(character.name);
  const [pronouns, setPronouns] = useState(character.pronouns);
  const changed = name !== character.name || pronouns !== character.pronouns;
  const rename = useMutation({
    mutationFn: () =>
      data(
        api.PATCH("/api/v1/characters/{character_id}", {
          params: { path: { character_id: character.id } },
          body: { attributes: {}, name, pronouns },
        }),
      ),
    onSuccess: (renamed) => {
      queries.setQueryData(characterQuery(character.id).queryKey, renamed);
      void queries.invalidateQueries({ queryKey: ["characters"] });
    },
  });
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate();
      }}
    >
      <Field
        label={t("characters.name")}
        hint={t("characters.nameHint")}
        value={name}
        onChange={setName}
        maxLength={80}
        autoComplete="off"
      />
      <Field
        label={t("characters.pronouns")}
        hint={t("characters.pronounsHint")}
        value={pronouns}
        onChange={setPronouns}
        maxLength={40}
        autoComplete="off"
      />
      {changed ? (
        <Button type="submit" kind="quiet" isDisabled={rename.isPending}>
          {t("keep")}
        </Button>
      ) : null}
      <Trouble error={rename.error} />
    </form>
  );
}
