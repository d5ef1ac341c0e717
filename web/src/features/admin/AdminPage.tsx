import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { api, data } from "@/api/client";
import { Pills } from "@/ui/Pills";
import { Trouble } from "@/ui/Trouble";
import { AuditLog } from "./AuditLog";
import { Invitations } from "./Invitations";
import { Jobs } from "./Jobs";
import { People } from "./People";
import { Providers } from "./Providers";
import { Storage } from "./Storage";

/** What whoever looks after the house sees: people, who may come, work, storage and what was done; nobody's pictures. */
export function AdminPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const me = useQuery({ queryKey: ["me"], queryFn: () => data(api.GET("/api/v1/me")) });
  return (
    <div className="mx-auto grid max-w-2xl gap-6">
      <h1>{t("admin.title")}</h1>
      <Trouble error={me.error} onRetry={() => void me.refetch()} />
      {me.data && me.data.role !== "admin" ? <p>{t("admin.only")}</p> : null}
      {me.data?.role === "admin" ? (
        <Pills
          label={t("admin.parts")}
          chosen={search.get("part") ?? "people"}
          onChoose={(part) => setSearch({ part }, { replace: true })}
          parts={[
            { name: "people", label: t("admin.people"), content: <Household me={me.data.id} /> },
            { name: "work", label: t("admin.work"), content: <Work /> },
            { name: "log", label: t("admin.log"), content: <AuditLog /> },
          ]}
        />
      ) : null}
    </div>
  );
}

function Household({ me }: { me: string }) {
  return (
    <div className="grid gap-8">
      <People me={me} />
      <Invitations />
    </div>
  );
}

function Work() {
  return (
    <div className="grid gap-8">
      <Jobs />
      <Providers />
      <Storage />
    </div>
  );
}
