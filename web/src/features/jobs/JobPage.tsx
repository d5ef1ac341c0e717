import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { ApiProblem, api, data } from "@/api/client";
import { Button, ButtonLink } from "@/ui/Button";
import { Progress } from "@/ui/Progress";
import { Trouble } from "@/ui/Trouble";
import { ByHand } from "./ByHand";
import { hasEnded, type Job, jobQuery } from "./jobs";
import { LatestPicture } from "./LatestPicture";
import { PassedOver } from "./PassedOver";
import { TellMe } from "./TellMe";
import { TimeLeft } from "./TimeLeft";

/** A picture being drawn: where it is, how long yet, and how to stop it. Leaving and coming back loses nothing. */
export function JobPage() {
  const { t } = useTranslation();
  const { jobId = "" } = useParams();
  const navigate = useNavigate();
  const job = useQuery(jobQuery(jobId));
  const artworkId = job.data?.artwork_id;
  useEffect(() => {
    if (artworkId) void navigate(`/gallery/${artworkId}`, { replace: true, state: { fresh: true } });
  }, [artworkId, navigate]);
  if (!job.data) return <Trouble error={job.error} onRetry={() => void job.refetch()} />;
  return (
    <div className="mx-auto grid max-w-xl grid-cols-1 gap-4">
      <h1>{t(`job.${job.data.state}`)}</h1>
      <PassedOver of={job.data.passed_over} />
      {job.data.state === "awaiting" ? (
        <ByHand job={job.data} />
      ) : hasEnded(job.data) ? (
        <Ended job={job.data} />
      ) : (
        <Waiting job={job.data} />
      )}
    </div>
  );
}

function Waiting({ job }: { job: Job }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () =>
      data(api.POST("/api/v1/jobs/{job_id}/cancel", { params: { path: { job_id: job.id } } })),
    onSuccess: (changed) => queries.setQueryData(jobQuery(job.id).queryKey, changed),
  });
  return (
    <>
      <LatestPicture job={job} />
      <div className="grid gap-2">
        <Progress share={job.progress} label={t("job.progress")} />
        <p aria-live="polite">
          {job.state === "queued"
            ? t("job.position", { count: Math.max(1, job.position ?? 1) })
            : t(`step.${job.step ?? "load"}`)}
        </p>
        <TimeLeft job={job} />
        <p className="text-sm text-soft">{t("job.leave")}</p>
      </div>
      <Trouble error={cancel.error} />
      <div className="grid gap-2 sm:grid-flow-col">
        <TellMe />
        <Button
          kind="quiet"
          onPress={() => cancel.mutate()}
          isDisabled={cancel.isPending || job.cancel_requested}
        >
          {job.cancel_requested ? t("job.stopping") : t("job.cancel")}
        </Button>
      </div>
    </>
  );
}

function Ended({ job }: { job: Job }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () => data(api.POST("/api/v1/jobs/{job_id}/retry", { params: { path: { job_id: job.id } } })),
    onSuccess: (changed) => queries.setQueryData(jobQuery(job.id).queryKey, changed),
  });
  return (
    <>
      <Trouble error={job.failure ? problemOfFailure(job.failure) : null} />
      <Trouble error={retry.error} />
      <Button onPress={() => retry.mutate()} isDisabled={retry.isPending}>
        {t("job.retry")}
      </Button>
      {job.order.character_id ? (
        <ButtonLink to={`/characters/${job.order.character_id}/create`} kind="quiet">
          {t("characters.create")}
        </ButtonLink>
      ) : null}
    </>
  );
}

/** Why a job failed, told as a refused request is: by its code in the person's language. */
function problemOfFailure({ code, message, advice }: NonNullable<Job["failure"]>): ApiProblem {
  const type = `urn:limner:problem:${code}`;
  return new ApiProblem({ type, title: "", status: 422, code, detail: message, advice: advice ?? "" });
}
