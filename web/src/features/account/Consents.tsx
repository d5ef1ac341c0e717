import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data, type Schema } from "@/api/client";
import { isAnimator, makersQuery } from "@/features/makers/makers";
import { Button } from "@/ui/Button";
import { Row } from "@/ui/Row";
import { Section } from "@/ui/Section";
import { Trouble } from "@/ui/Trouble";
import { useFormats } from "@/ui/useFormats";

const PROVIDER = "provider:";

/** What the person said yes to, with the way to take it back. */
export function Consents() {
  const { t } = useTranslation();
  const { day } = useFormats();
  const queries = useQueryClient();
  const consents = useQuery({
    queryKey: ["consents"],
    queryFn: () => data(api.GET("/api/v1/me/consents", { params: { query: { limit: 200 } } })),
  });
  const withdraw = useMutation({
    mutationFn: (what: string) => api.DELETE("/api/v1/me/consents/{what}", { params: { path: { what } } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: makersQuery.queryKey });
      return consents.refetch();
    },
  });
  const makers = useQuery(makersQuery).data ?? [];
  const words = (what: string) => {
    if (!what.startsWith(PROVIDER)) return what;
    const name = what.slice(PROVIDER.length);
    const maker = makers.find((one) => one.name === name);
    const key = maker && isAnimator(maker) ? "account.consentAnimator" : "account.consentProvider";
    return t(key, { name: t(`provider.${name}`, maker?.title ?? name) });
  };
  const since = (one: Schema["ConsentOut"]) =>
    one.withdrawn_at
      ? t("account.consentTaken", { day: day(one.withdrawn_at) })
      : t("account.consentGiven", { day: day(one.given_at) });
  return (
    <Section title={t("account.consents")}>
      <Trouble error={consents.error ?? withdraw.error} />
      {consents.data?.items.length === 0 ? <p className="text-soft">{t("account.noConsents")}</p> : null}
      <ul>
        {consents.data?.items.map((one) => (
          <Row key={one.id} title={words(one.what)} about={since(one)}>
            {one.withdrawn_at ? null : (
              <Button kind="quiet" onPress={() => withdraw.mutate(one.what)} isDisabled={withdraw.isPending}>
                {t("account.takeBack")}
              </Button>
            )}
          </Row>
        ))}
      </ul>
    </Section>
  );
}
