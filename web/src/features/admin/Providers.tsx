import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data, type Schema } from "@/api/client";
import { isAnimator, makersQuery } from "@/features/makers/makers";
import { Button } from "@/ui/Button";
import { Costs } from "@/ui/Costs";
import { Row } from "@/ui/Row";
import { Section } from "@/ui/Section";
import { Trouble } from "@/ui/Trouble";
import { useFormats } from "@/ui/useFormats";

/** Everything that can draw here, each to be tried on a person nobody is. */
export function Providers() {
  const { t } = useTranslation();
  // Who rests, and until when, is looked up each time.
  const providers = useQuery({ ...makersQuery, staleTime: 0 });
  const costs = useQuery({
    queryKey: ["admin", "costs"],
    queryFn: () => data(api.GET("/api/v1/admin/costs")),
  });
  return (
    <Section title={t("admin.providers")}>
      <Trouble error={providers.error} onRetry={() => void providers.refetch()} />
      <ul>
        {providers.data?.map((one) => (
          <Provider key={one.name} provider={one} />
        ))}
      </ul>
      <Costs costs={costs.data ?? []} />
    </Section>
  );
}

function Provider({ provider }: { provider: Schema["ProviderOut"] }) {
  const { t } = useTranslation();
  const { money, moment } = useFormats();
  // A clip is made of a finished picture: no photo goes along.
  const kind = isAnimator(provider) ? "clip" : "photo";
  const test = useMutation({
    mutationFn: () =>
      data(api.POST("/api/v1/admin/providers/{name}/test", { params: { path: { name: provider.name } } })),
  });
  return (
    <Row
      title={t(`provider.${provider.name}`, provider.title)}
      about={
        <>
          {provider.photo_leaves
            ? t(`admin.provider.${kind}To`, { to: provider.goes_to })
            : t(`admin.provider.${kind}Here`)}{" "}
          {provider.price_microusd
            ? t(isAnimator(provider) ? "animate.costsASecond" : "create.costs", {
                money: money(provider.price_microusd),
              })
            : t("create.free")}{" "}
          {t(`licence.${provider.licence}`, provider.licence)}
          {provider.ready ? null : (
            <bdi lang="en" dir="ltr" className="block text-ochre">
              {provider.missing}
            </bdi>
          )}
          {provider.rests_until ? (
            <span className="block text-ochre">
              {t("admin.provider.rests", { moment: moment(provider.rests_until) })}
            </span>
          ) : null}
        </>
      }
    >
      <Button kind="quiet" onPress={() => test.mutate()} isDisabled={test.isPending || !provider.ready}>
        {test.isPending ? t("admin.testing") : t("admin.test")}
      </Button>
      <div role="status" className="w-full empty:hidden">
        {test.data ? <Outcome outcome={test.data} /> : null}
      </div>
      {test.error ? <Trouble error={test.error} /> : null}
    </Row>
  );
}

function Outcome({ outcome }: { outcome: Schema["TestOut"] }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  if (outcome.ok)
    return <p className="text-verdigris">{t("admin.works", { seconds: number(outcome.seconds) })}</p>;
  return (
    <p className="text-madder">
      {t("admin.fails")}{" "}
      <bdi lang="en" dir="ltr">
        {outcome.message}
      </bdi>
    </p>
  );
}
