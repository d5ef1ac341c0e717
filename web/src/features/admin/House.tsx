import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data, type Schema } from "@/api/client";
import { Button } from "@/ui/Button";
import { Row } from "@/ui/Row";
import { Select } from "@/ui/Select";
import { Trouble } from "@/ui/Trouble";

type Registration = Schema["HouseOut"]["registration"];

/** Who may come: everybody, or those with an invitation. */
export function House() {
  const { t, i18n } = useTranslation();
  const house = useQuery({
    queryKey: ["admin", "house"],
    queryFn: () => data(api.GET("/api/v1/admin/house")),
  });
  const invitations = useQuery({
    queryKey: ["admin", "invitations"],
    queryFn: () => data(api.GET("/api/v1/admin/invitations")),
  });
  const set = useMutation({
    mutationFn: (registration: Registration) =>
      data(api.PUT("/api/v1/admin/house", { body: { registration } })),
    onSuccess: () => house.refetch(),
  });
  const invite = useMutation({
    mutationFn: () => data(api.POST("/api/v1/admin/invitations", { body: { role: "member" } })),
    onSuccess: () => invitations.refetch(),
  });
  const withdraw = useMutation({
    mutationFn: (id: string) =>
      api.DELETE("/api/v1/admin/invitations/{invitation_id}", { params: { path: { invitation_id: id } } }),
    onSuccess: () => invitations.refetch(),
  });
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" });
  return (
    <section className="grid gap-3">
      <h2>{t("admin.house")}</h2>
      {house.data ? (
        <Select
          label={t("admin.mayCome")}
          value={house.data.registration}
          onChange={(value) => set.mutate(value as Registration)}
          options={(["invited", "open"] as const).map((one) => [one, t(`admin.registration.${one}`)])}
        />
      ) : null}
      <ul>
        {invitations.data?.map((one) => (
          <Row
            key={one.id}
            title={one.email ?? t("admin.anybody")}
            about={t("admin.until", { day: day.format(new Date(one.expires_at)) })}
          >
            <Button kind="quiet" onPress={() => withdraw.mutate(one.id)} isDisabled={withdraw.isPending}>
              {t("admin.withdraw")}
            </Button>
          </Row>
        ))}
      </ul>
      {invite.data?.code ? (
        <div role="status" className="grid gap-2 rounded-control border border-verdigris p-4">
          <p>{t("admin.linkOnce")}</p>
          <code dir="ltr" className="break-all select-all">
            {`${location.origin}/welcome?invitation=${encodeURIComponent(invite.data.code)}`}
          </code>
        </div>
      ) : null}
      <div>
        <Button kind="quiet" onPress={() => invite.mutate()} isDisabled={invite.isPending}>
          {t("admin.invite")}
        </Button>
      </div>
      <Trouble error={house.error ?? invitations.error ?? set.error ?? invite.error ?? withdraw.error} />
    </section>
  );
}
