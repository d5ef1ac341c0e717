import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/client";
import { Button } from "@/ui/Button";
import { Checks } from "@/ui/Checks";
import { Field } from "@/ui/Field";

type Wanted = Schema["ApiKeyIn"];
export const SCOPES: Wanted["scopes"] = ["read", "draw", "manage"];

type NewKeyProps = { isPending: boolean; onMake: (wanted: Wanted) => void };

/** What a new key is for and what it may do. */
export function NewKey({ isPending, onMake }: NewKeyProps) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<Wanted["scopes"]>(["read", "draw"]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onMake({ name: name.trim(), scopes });
  };
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      <Field
        label={t("account.keyName")}
        hint={t("account.keyHint")}
        value={name}
        onChange={setName}
        maxLength={80}
        autoComplete="off"
        isRequired
      />
      <Checks
        label={t("account.keyMay")}
        options={SCOPES.map((one) => [one, t(`account.scope.${one}`)])}
        chosen={scopes}
        onChange={setScopes}
      />
      <div>
        <Button type="submit" kind="quiet" isDisabled={isPending || !name.trim() || scopes.length === 0}>
          {t("account.keyMake")}
        </Button>
      </div>
    </form>
  );
}
