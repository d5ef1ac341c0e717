import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { api, data } from "@/api/client";
import { Parts } from "@/ui/Parts";
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
        <Parts
          label={t("admin.parts")}
          open={search.get("part") ?? "people"}
          onOpen={(part) => setSearch({ part }, { replace: true })}
          parts={[
            { name: "people", title: t("admin.people"), content: <Household me={me.data.id} /> },
            { name: "work", title: t("admin.work"), content: <Work /> },
            { name: "log", title: t("admin.log"), content: <AuditLog /> },
          ]}
        />
      ) : null}
    </div>
  );
}

function Household({ me }: { me: string }) {
  return (
    <>
      <People me={me} />
      <Invitations />
    </>
  );
}

function Work() {
  return (
    <>
      <Jobs />
      <Providers />
      <Storage />
    </>
  );
}
