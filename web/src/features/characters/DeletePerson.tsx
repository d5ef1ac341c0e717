import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api } from "@/api/client";
import { Button } from "@/ui/Button";
import { Confirm } from "@/ui/Confirm";
import { Trouble } from "@/ui/Trouble";
import { type Character, characterQuery } from "./characters";

/** Delete a person for good, after asking. */
export function DeletePerson({ character }: { character: Character }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      api.DELETE("/api/v1/characters/{character_id}", { params: { path: { character_id: character.id } } }),
    onSuccess: async () => {
      await navigate("/characters", { replace: true });
      queries.removeQueries(characterQuery(character.id));
      void queries.invalidateQueries({ queryKey: ["characters"] });
    },
  });
  return (
    <div className="-mx-3 grid justify-items-start gap-2">
      <Confirm
        title={
          character.name
            ? t("characters.deleteTitle", { name: character.name })
            : t("characters.deleteUnnamed")
        }
        words={t("characters.deleteWords")}
        action={t("characters.delete")}
        onConfirm={() => remove.mutate()}
      >
        <Button kind="bare" isDisabled={remove.isPending}>
          <Trash2 className="size-5" aria-hidden="true" />
          {t("characters.delete")}
        </Button>
      </Confirm>
      <Trouble error={remove.error} />
    </div>
  );
}
