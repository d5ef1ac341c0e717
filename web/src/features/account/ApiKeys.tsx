import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data, type Schema } from "@/api/client";
import { Button } from "@/ui/Button";
import { Confirm } from "@/ui/Confirm";
import { Row } from "@/ui/Row";
import { Section } from "@/ui/Section";
import { ShownOnce } from "@/ui/ShownOnce";
import { Trouble } from "@/ui/Trouble";
import { useFormats } from "@/ui/useFormats";
import { NewKey, SCOPES } from "./NewKey";

type Key = Schema["ApiKeyOut"];

/** Keys for programs; the text of a new one is shown once. */
export function ApiKeys() {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const keys = useQuery({ queryKey: ["api-keys"], queryFn: () => data(api.GET("/api/v1/me/api-keys")) });
  const make = useMutation({
    mutationFn: (body: Schema["ApiKeyIn"]) => data(api.POST("/api/v1/me/api-keys", { body })),
    onSuccess: () => {
      rotate.reset();
      return keys.refetch();
    },
  });
  const rotate = useMutation({
    mutationFn: (id: string) =>
      data(api.POST("/api/v1/me/api-keys/{key_id}/rotate", { params: { path: { key_id: id } } })),
    onSuccess: () => {
      make.reset();
      return keys.refetch();
    },
  });
  const revoke = useMutation({
    mutationFn: (id: string) =>
      api.DELETE("/api/v1/me/api-keys/{key_id}", { params: { path: { key_id: id } } }),
    onSuccess: (_, id) => {
      for (const shown of [make, rotate]) if (shown.data?.id === id) shown.reset();
      return keys.refetch();
    },
  });
  const shown = make.data ?? rotate.data;
  return (
    <Section title={t("account.keys")}>
      <ul>
        {keys.data?.map((one) => (
          <Row key={one.id} title={one.name} about={<About apiKey={one} />}>
            <div className="flex flex-wrap gap-2">
              <Button kind="quiet" onPress={() => rotate.mutate(one.id)} isDisabled={rotate.isPending}>
                {t("account.rotate")}
              </Button>
              <Confirm
                title={t("account.revokeTitle", { name: one.name })}
                words={t("account.revokeWords")}
                action={t("account.revoke")}
                onConfirm={() => revoke.mutate(one.id)}
              >
                <Button kind="quiet" isDisabled={revoke.isPending}>
                  {t("account.revoke")}
                </Button>
              </Confirm>
            </div>
          </Row>
        ))}
      </ul>
      {shown ? (
        <ShownOnce key={shown.text} words={t("account.keyOnce")} secret={shown.text}>
          {shown.previous_until ? t("account.rotated", { day: moment(shown.previous_until) }) : null}
        </ShownOnce>
      ) : null}
      <NewKey key={make.data?.id ?? "first"} isPending={make.isPending} onMake={make.mutate} />
      <Trouble error={keys.error ?? make.error ?? rotate.error ?? revoke.error} />
    </Section>
  );
}

function About({ apiKey }: { apiKey: Key }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const may = SCOPES.filter((scope) => apiKey.scopes.includes(scope)).map((scope) =>
    t(`account.scope.${scope}`),
  );
  const used = apiKey.last_used_at
    ? t("account.keyUsed", { day: day(apiKey.last_used_at) })
    : t("account.keyUnused");
  return (
    <>
      <span className="block">{may.join(" · ")}</span>
      {used}
    </>
  );
}
