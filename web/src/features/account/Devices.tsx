import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { Button } from "@/ui/Button";
import { Confirm } from "@/ui/Confirm";
import { Row } from "@/ui/Row";
import { Section } from "@/ui/Section";
import { Trouble } from "@/ui/Trouble";
import { useFormats } from "@/ui/useFormats";
import { deviceName } from "./deviceName";

/** Where the account is signed in, and the ways to end that. */
export function Devices({ onLeft }: { onLeft: () => void }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: () => data(api.GET("/api/v1/me/sessions")),
  });
  const end = useMutation({
    mutationFn: (id: string) =>
      api.DELETE("/api/v1/me/sessions/{session_id}", { params: { path: { session_id: id } } }),
    onSuccess: () => sessions.refetch(),
  });
  const endAll = useMutation({
    mutationFn: (keep_this: boolean) =>
      data(api.DELETE("/api/v1/me/sessions", { params: { query: { keep_this } } })),
    onSuccess: (_, keptThis) => (keptThis ? void sessions.refetch() : onLeft()),
  });
  const waits = end.isPending || endAll.isPending;
  return (
    <Section title={t("account.devices")}>
      <ul>
        {sessions.data?.map((one) => (
          <Row
            key={one.id}
            title={<bdi>{deviceName(one.device)}</bdi>}
            about={one.is_this ? t("account.thisDevice") : moment(one.used_at)}
          >
            {one.is_this ? null : (
              <Button kind="quiet" onPress={() => end.mutate(one.id)} isDisabled={waits}>
                {t("account.signOut")}
              </Button>
            )}
          </Row>
        ))}
      </ul>
      <Trouble error={sessions.error ?? end.error ?? endAll.error} />
      <div className="flex flex-wrap gap-3">
        {(sessions.data?.length ?? 0) > 1 ? (
          <Button kind="quiet" onPress={() => endAll.mutate(true)} isDisabled={waits}>
            {t("account.endOthers")}
          </Button>
        ) : null}
        <Confirm
          title={t("account.endAll")}
          words={t("account.endAllWords")}
          action={t("account.endAll")}
          onConfirm={() => endAll.mutate(false)}
        >
          <Button kind="quiet" isDisabled={waits}>
            {t("account.endAll")}
          </Button>
        </Confirm>
      </div>
    </Section>
  );
}
