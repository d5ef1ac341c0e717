import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data, type Schema } from "@/api/client";
import { Button } from "@/ui/Button";
import { Row } from "@/ui/Row";
import { Section } from "@/ui/Section";
import { Select } from "@/ui/Select";
import { ShownOnce } from "@/ui/ShownOnce";
import { Trouble } from "@/ui/Trouble";
import { useFormats } from "@/ui/useFormats";
import { NewInvitation } from "./NewInvitation";

type Registration = Schema["HouseOut"]["registration"];

/** Who may come: everybody, or those with an invitation. */
export function Invitations() {
  const { t } = useTranslation();
  const { day } = useFormats();
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
    mutationFn: (body: Schema["InvitationIn"]) => data(api.POST("/api/v1/admin/invitations", { body })),
    onSuccess: () => invitations.refetch(),
  });
  const withdraw = useMutation({
    mutationFn: (id: string) =>
      api.DELETE("/api/v1/admin/invitations/{invitation_id}", { params: { path: { invitation_id: id } } }),
    onSuccess: (_, id) => {
      if (invite.data?.id === id) invite.reset();
      return invitations.refetch();
    },
  });
  const code = invite.data?.code;
  return (
    <Section title={t("admin.house")}>
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
            title={one.email ? <bdi>{one.email}</bdi> : t("admin.anybody")}
            about={`${t(`admin.role.${one.role}`)} · ${t("admin.until", { day: day(one.expires_at) })}`}
          >
            <Button kind="quiet" onPress={() => withdraw.mutate(one.id)} isDisabled={withdraw.isPending}>
              {t("admin.withdraw")}
            </Button>
          </Row>
        ))}
      </ul>
      {code ? <ShownOnce key={code} words={t("admin.linkOnce")} secret={linkOf(code)} /> : null}
      <NewInvitation key={invite.data?.id ?? "first"} isPending={invite.isPending} onInvite={invite.mutate} />
      <Trouble error={house.error ?? invitations.error ?? set.error ?? invite.error ?? withdraw.error} />
    </Section>
  );
}

function linkOf(code: string): string {
  return `${location.origin}/welcome?invitation=${encodeURIComponent(code)}`;
}
