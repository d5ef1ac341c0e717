import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { Row } from "@/ui/Row";
import { Trouble } from "@/ui/Trouble";
import { House } from "./House";
import { People } from "./People";

/** What whoever looks after the house sees: people, who may come, work, storage and what was done; nobody's pictures. */
export function AdminPage() {
  const { t } = useTranslation();
  return (
    <div className="mx-auto grid max-w-2xl gap-10">
      <h1>{t("admin.title")}</h1>
      <House />
      <People />
      <Work />
      <Audit />
    </div>
  );
}

function Work() {
  const { t, i18n } = useTranslation();
  const jobs = useQuery({ queryKey: ["admin", "jobs"], queryFn: () => data(api.GET("/api/v1/admin/jobs")) });
  const storage = useQuery({
    queryKey: ["admin", "storage"],
    queryFn: () => data(api.GET("/api/v1/admin/storage")),
  });
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <section className="grid gap-3">
      <h2>{t("admin.work")}</h2>
      <Trouble error={jobs.error ?? storage.error} />
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {Object.entries(jobs.data?.states ?? {}).map(([state, count]) => (
          <Fact key={state} term={t(`job.${state}`)} value={number.format(count)} />
        ))}
        {Object.entries(jobs.data?.failures ?? {}).map(([code, count]) => (
          <Fact key={code} term={<code>{code}</code>} value={number.format(count)} />
        ))}
        {storage.data ? (
          <>
            <Fact term={t("kind.blobs")} value={number.format(storage.data.pictures)} />
            <Fact term="MB" value={number.format(Math.round(storage.data.stored_bytes / 1e6))} />
          </>
        ) : null}
      </dl>
    </section>
  );
}

function Fact({ term, value }: { term: React.ReactNode; value: string }) {
  return (
    <>
      <dt className="text-soft">{term}</dt>
      <dd>{value}</dd>
    </>
  );
}

function Audit() {
  const { t, i18n } = useTranslation();
  const audit = useQuery({
    queryKey: ["admin", "audit"],
    queryFn: () => data(api.GET("/api/v1/admin/audit", { params: { query: { limit: 30 } } })),
  });
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: "short", timeStyle: "medium" });
  return (
    <section className="grid gap-2">
      <h2>{t("admin.audit")}</h2>
      <Trouble error={audit.error} />
      <ul>
        {audit.data?.items.map((entry) => (
          <Row
            key={entry.id}
            title={<code dir="ltr">{entry.event}</code>}
            about={`${entry.at ? day.format(new Date(entry.at)) : ""} ${entry.address}`}
          />
        ))}
      </ul>
    </section>
  );
}
