import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { ongoingQuery, pageOf } from "./jobs";

/** On every page while something is drawn: how much, and the way back to it. */
export function Ongoing() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { data: jobs } = useQuery(ongoingQuery);
  const newest = jobs?.[0];
  if (!newest || /^\/(jobs|batches)\//.test(pathname)) return null;
  return (
    <aside aria-label={t("job.underway")}>
      <Link
        to={pageOf(newest)}
        className="mx-auto flex min-h-11 max-w-6xl items-center gap-3 px-4 text-verdigris underline underline-offset-4 sm:px-6"
      >
        <span className="size-2.5 rounded-full bg-verdigris" aria-hidden="true" />
        {t("job.ongoing", { count: jobs.length })}
      </Link>
    </aside>
  );
}
