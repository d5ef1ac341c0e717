import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Row } from "@/ui/Row";
import { Trouble } from "@/ui/Trouble";

/** Keys for programs; the text of a new one is shown once. */
export function ApiKeys() {
  const { t, i18n } = useTranslation();
  const [name, setName] = useState("");
  const keys = useQuery({ queryKey: ["api-keys"], queryFn: () => data(api.GET("/api/v1/me/api-keys")) });
  const make = useMutation({
    mutationFn: () => data(api.POST("/api/v1/me/api-keys", { body: { name, scopes: ["read", "draw"] } })),
    onSuccess: () => {
      setName("");
      return keys.refetch();
    },
  });
  const revoke = useMutation({
    mutationFn: (id: string) =>
      api.DELETE("/api/v1/me/api-keys/{key_id}", { params: { path: { key_id: id } } }),
    onSuccess: (_, id) => {
      if (make.data?.id === id) make.reset();
      return keys.refetch();
    },
  });
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <section className="grid gap-3">
      <h2>{t("account.keys")}</h2>
      <ul>
        {keys.data?.map((one) => (
          <Row
            key={one.id}
            title={one.name}
            about={
              one.last_used_at
                ? t("account.keyUsed", { day: day.format(new Date(one.last_used_at)) })
                : t("account.keyUnused")
            }
          >
            <Button kind="quiet" onPress={() => revoke.mutate(one.id)} isDisabled={revoke.isPending}>
              {t("account.revoke")}
            </Button>
          </Row>
        ))}
      </ul>
      {make.data ? (
        <div role="status" className="grid gap-2 rounded-control border border-verdigris p-4">
          <p>{t("account.keyOnce")}</p>
          <code className="break-all select-all">{make.data.text}</code>
          <div>
            <Button kind="quiet" onPress={() => void navigator.clipboard.writeText(make.data.text)}>
              {t("account.copy")}
            </Button>
          </div>
        </div>
      ) : null}
      <form onSubmit={onSubmit}>
        <Field
          label={t("account.keyName")}
          hint={t("account.keyHint")}
          value={name}
          onChange={setName}
          maxLength={80}
          autoComplete="off"
          isRequired
          beside={
            <Button type="submit" kind="quiet" isDisabled={make.isPending || !name.trim()}>
              {t("account.keyMake")}
            </Button>
          }
        />
      </form>
      <Trouble error={keys.error ?? make.error ?? revoke.error} />
    </section>
  );
}
