import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { Button } from "@/ui/Button";
import { Row } from "@/ui/Row";
import { Trouble } from "@/ui/Trouble";

/** Everybody with an account; one can be locked and opened again. */
export function People() {
  const { t, i18n } = useTranslation();
  const me = useQuery({ queryKey: ["me"], queryFn: () => data(api.GET("/api/v1/me")) });
  const people = useQuery({
    queryKey: ["admin", "accounts"],
    queryFn: () => data(api.GET("/api/v1/admin/accounts", { params: { query: { limit: 100 } } })),
  });
  const lock = useMutation({
    mutationFn: ({ id, disabled }: { id: string; disabled: boolean }) =>
      api.PATCH("/api/v1/admin/accounts/{account_id}", {
        params: { path: { account_id: id } },
        body: { disabled },
      }),
    onSuccess: () => people.refetch(),
  });
  const megabytes = (bytes: number) => new Intl.NumberFormat(i18n.language).format(Math.round(bytes / 1e6));
  return (
    <section className="grid gap-2">
      <h2>{t("admin.people")}</h2>
      <Trouble error={people.error ?? lock.error} />
      <ul>
        {people.data?.items.map((one) => (
          <Row
            key={one.id}
            title={one.email}
            about={`${t(`admin.role.${one.role}`, one.role)}, ${megabytes(one.used_bytes)} MB`}
          >
            {one.id === me.data?.id ? null : (
              <Button
                kind="quiet"
                onPress={() => lock.mutate({ id: one.id, disabled: !one.disabled })}
                isDisabled={lock.isPending}
              >
                {one.disabled ? t("admin.open") : t("admin.lock")}
              </Button>
            )}
          </Row>
        ))}
      </ul>
    </section>
  );
}
