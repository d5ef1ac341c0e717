import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data, type Schema } from "@/api/client";
import { More } from "@/ui/More";
import { Row } from "@/ui/Row";
import { Section } from "@/ui/Section";
import { Trouble } from "@/ui/Trouble";
import { useFormats } from "@/ui/useFormats";
import { Facts } from "./Facts";

const STATES = ["queued", "running", "awaiting", "done", "failed", "cancelled"];
const REFRESH_MS = 5000;

/** Orders of everybody as numbers, what they cost where something does, and which failed; nobody's words or pictures. */
export function Jobs() {
  const { t } = useTranslation();
  const { number, money } = useFormats();
  const jobs = useQuery({
    queryKey: ["admin", "jobs"],
    queryFn: () => data(api.GET("/api/v1/admin/jobs")),
    refetchInterval: REFRESH_MS,
  });
  const states = jobs.data?.states ?? {};
  const facts = STATES.filter((one) => states[one]).map((one): [string, string] => [
    t(`job.${one}`),
    number(states[one] ?? 0),
  ]);
  if (jobs.data?.cost_microusd) facts.push([t("admin.costs"), money(jobs.data.cost_microusd)]);
  return (
    <Section title={t("admin.jobs")}>
      <Trouble error={jobs.error} onRetry={() => void jobs.refetch()} />
      {jobs.isSuccess && facts.length === 0 ? <p className="text-soft">{t("admin.noJobs")}</p> : null}
      <Facts facts={facts} />
      {states.failed ? <Failed key={states.failed} /> : null}
    </Section>
  );
}

function Failed() {
  const { t } = useTranslation();
  const failed = useInfiniteQuery({
    queryKey: ["admin", "failed"],
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/admin/jobs/failed", {
          params: { query: { limit: 10, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t("admin.failed")}</h3>
      <Trouble error={failed.error} />
      <ul>
        {failed.data?.pages
          .flatMap((page) => page.items)
          .map((one) => (
            <FailedRow key={one.id} job={one} />
          ))}
      </ul>
      <More pages={failed} />
    </div>
  );
}

function FailedRow({ job }: { job: Schema["FailedJobOut"] }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const about = (
    <>
      <bdi>{job.email ?? t("admin.erasedPerson")}</bdi>
      {job.ended_at ? ` · ${moment(job.ended_at)}` : null}
      {" · "}
      <code dir="ltr">{job.code}</code>
    </>
  );
  return <Row title={t(`problem.${job.code}`, job.code)} about={about} />;
}
