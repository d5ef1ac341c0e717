import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { Button } from "@/ui/Button";
import { Row } from "@/ui/Row";
import { Trouble } from "@/ui/Trouble";
import { deviceName } from "./deviceName";

/** Where the account is signed in. */
export function Devices() {
  const { t, i18n } = useTranslation();
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: () => data(api.GET("/api/v1/me/sessions")),
  });
  const end = useMutation({
    mutationFn: (id: string) =>
      api.DELETE("/api/v1/me/sessions/{session_id}", { params: { path: { session_id: id } } }),
    onSuccess: () => sessions.refetch(),
  });
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" });
  return (
    <section className="grid gap-2">
      <h2>{t("account.devices")}</h2>
      <Trouble error={sessions.error ?? end.error} />
      <ul>
        {sessions.data?.map((one) => (
          <Row
            key={one.id}
            title={deviceName(one.device)}
            about={one.is_this ? t("account.thisDevice") : day.format(new Date(one.used_at))}
          >
            {one.is_this ? null : (
              <Button kind="quiet" onPress={() => end.mutate(one.id)} isDisabled={end.isPending}>
                {t("account.signOut")}
              </Button>
            )}
          </Row>
        ))}
      </ul>
    </section>
  );
}
