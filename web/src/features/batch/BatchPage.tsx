import { queryOptions, useMutation, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { api, data, type Schema } from "@/api/client";
import { saveFile } from "@/api/saveFile";
import { artworkQuery } from "@/features/gallery/artworks";
import { Thumb } from "@/features/gallery/Thumb";
import { ActionBar } from "@/ui/ActionBar";
import { Button } from "@/ui/Button";
import { Progress } from "@/ui/Progress";
import { Trouble } from "@/ui/Trouble";

const MOST_SHOWN = 100;

const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ["batch", id],
    queryFn: () => data(api.GET("/api/v1/batches/{batch_id}", { params: { path: { batch_id: id } } })),
    // Events push; this only catches what a broken line swallowed.
    refetchInterval: (query) => (query.state.data?.progress === 1 ? false : 3000),
  });

const batchJobsQuery = (id: string, states: Record<string, number>) =>
  queryOptions({
    queryKey: ["batch", id, "jobs", states],
    queryFn: () => data(api.GET("/api/v1/jobs", { params: { query: { batch_id: id, limit: MOST_SHOWN } } })),
    placeholderData: (before) => before,
  });

/** Many pictures on their way: one total, one progress; each hangs here as soon as it is done. */
export function BatchPage() {
  const { t } = useTranslation();
  const { batchId = "" } = useParams();
  const batch = useQuery(batchQuery(batchId));
  const done = batch.data?.states.done ?? 0;
  const jobs = useQuery({ ...batchJobsQuery(batchId, batch.data?.states ?? {}), enabled: batch.isSuccess });
  if (!batch.data) return <Trouble error={batch.error} onRetry={() => void batch.refetch()} />;
  const { total, progress, states } = batch.data;
  const lost = (states.failed ?? 0) + (states.cancelled ?? 0);
  const pictures = (jobs.data?.items ?? []).toReversed();
  return (
    <div className="grid gap-6">
      <h1>{t("batch.pictures", { count: total })}</h1>
      <div className="grid gap-2" role="status">
        <Progress share={progress} label={t("job.progress")} />
        <p>
          {t("batch.done", { done, total })} {lost > 0 ? t("batch.lost", { count: lost }) : null}
        </p>
        {progress < 1 ? <p className="text-sm text-soft">{t("job.leave")}</p> : null}
      </div>
      <ul className="grid grid-cols-3 gap-3 sm:grid-cols-4 sm:gap-5 lg:grid-cols-6">
        {pictures.map((job) => (
          <li key={job.id}>
            <Place job={job} />
          </li>
        ))}
      </ul>
      <ActionBar>
        {progress < 1 ? <Stop batchId={batchId} /> : null}
        {progress === 1 && done > 0 ? <Zip batchId={batchId} /> : null}
        {progress === 1 && lost > 0 ? <Again batchId={batchId} /> : null}
      </ActionBar>
    </div>
  );
}

function Place({ job }: { job: Schema["JobOut"] }) {
  const { t } = useTranslation();
  const artwork = useQuery({ ...artworkQuery(job.artwork_id ?? ""), enabled: job.artwork_id !== null });
  if (artwork.data) return <Thumb artwork={artwork.data} />;
  return (
    <p className="grid aspect-[4/5] place-items-center rounded-picture bg-line p-2 text-center text-sm">
      {t(`job.${job.state}`)}
    </p>
  );
}

function Stop({ batchId }: { batchId: string }) {
  const { t } = useTranslation();
  const batch = useQuery(batchQuery(batchId));
  const stop = useMutation({
    mutationFn: () =>
      data(api.POST("/api/v1/batches/{batch_id}/cancel", { params: { path: { batch_id: batchId } } })),
    onSuccess: () => batch.refetch(),
  });
  return (
    <>
      <Trouble error={stop.error} />
      <Button kind="quiet" onPress={() => stop.mutate()} isDisabled={stop.isPending}>
        {t("job.cancel")}
      </Button>
    </>
  );
}

function Again({ batchId }: { batchId: string }) {
  const { t } = useTranslation();
  const batch = useQuery(batchQuery(batchId));
  const again = useMutation({
    mutationFn: () =>
      data(api.POST("/api/v1/batches/{batch_id}/retry", { params: { path: { batch_id: batchId } } })),
    onSuccess: () => batch.refetch(),
  });
  return (
    <>
      <Trouble error={again.error} />
      <Button kind="quiet" onPress={() => again.mutate()} isDisabled={again.isPending}>
        {t("batch.again")}
      </Button>
    </>
  );
}

function Zip({ batchId }: { batchId: string }) {
  const { t } = useTranslation();
  const zip = useMutation({
    mutationFn: () => saveFile(`/api/v1/batches/${batchId}/zip`, `limner-${batchId}.zip`),
  });
  return (
    <>
      <Trouble error={zip.error} />
      <Button onPress={() => zip.mutate()} isDisabled={zip.isPending}>
        <Download className="size-5" aria-hidden="true" />
        {t("batch.zip")}
      </Button>
    </>
  );
}
