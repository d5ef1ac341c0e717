import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { Button } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";

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
    <section className="grid gap-4">
      <h2>{t("account.devices")}</h2>
      <Trouble error={sessions.error ?? end.error} />
      <ul className="grid gap-3">
        {sessions.data?.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center justify-between gap-3 rounded-control border border-line bg-card p-4"
          >
            <span className="min-w-0 break-words">
              {one.device}
              <span className="block text-sm text-soft">{day.format(new Date(one.used_at))}</span>
            </span>
            <Button kind="quiet" onPress={() => end.mutate(one.id)} isDisabled={end.isPending}>
              {t("account.signOut")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
