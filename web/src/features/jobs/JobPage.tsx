import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { api, data, type Schema } from "@/api/client";
import { characterQuery } from "@/features/characters/characters";
import { Preview } from "@/features/characters/Preview";
import { stylesQuery } from "@/features/create/catalog";
import { PhotoCrop } from "@/features/photos/PhotoCrop";
import { Button, ButtonLink } from "@/ui/Button";
import { Progress } from "@/ui/Progress";
import { Trouble } from "@/ui/Trouble";

type Job = Schema["JobOut"];

const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ["job", id],
    queryFn: () => data(api.GET("/api/v1/jobs/{job_id}", { params: { path: { job_id: id } } })),
    // Events push; this only catches what a broken line swallowed.
    refetchInterval: (query) => (hasEnded(query.state.data) ? false : 3000),
  });

function hasEnded(job: Job | undefined): boolean {
  return job !== undefined && job.state !== "queued" && job.state !== "running";
}

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
    <div className="mx-auto grid max-w-xl gap-4">
      <h1>{t(`job.${job.data.state}`)}</h1>
      {hasEnded(job.data) ? <Ended job={job.data} /> : <Waiting job={job.data} />}
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
      <div className="mx-auto aspect-[4/5] h-[46dvh] overflow-hidden sm:h-[58dvh] rounded-picture">
        {job.order.character_id ? <Sketch characterId={job.order.character_id} job={job} /> : null}
      </div>
      <div className="grid gap-2" aria-live="polite">
        <Progress share={job.progress} label={t("job.progress")} />
        <p>
          {job.state === "queued" && job.position
            ? t("job.position", { count: job.position })
            : t(`step.${job.step ?? "load"}`)}
          {job.expected_s ? (
            <span className="text-soft">
              {" "}
              {t("job.left", { seconds: Math.max(1, Math.round(job.expected_s)) })}
            </span>
          ) : null}
        </p>
        <p className="text-sm text-soft">{t("job.leave")}</p>
      </div>
      <Trouble error={cancel.error} />
      <Button
        kind="quiet"
        onPress={() => cancel.mutate()}
        isDisabled={cancel.isPending || job.cancel_requested}
      >
        {job.cancel_requested ? t("job.stopping") : t("job.cancel")}
      </Button>
    </>
  );
}

/** Until the picture is there, its small drawing stands in its place and grows clear with the work. */
function Sketch({ characterId, job }: { characterId: string; job: Job }) {
  const { t } = useTranslation();
  const character = useQuery(characterQuery(characterId));
  const styles = useQuery(stylesQuery);
  if (!character.data || !styles.data) return null;
  const style = job.order.style ?? "storybook";
  const portrait = styles.data.some((one) => one.name === style && one.family === "portrait");
  return (
    <div style={{ opacity: 0.35 + 0.65 * job.progress }} className="h-full transition-opacity duration-200">
      {portrait ? (
        <PhotoCrop photoId={character.data.photo_ids[0] ?? ""} alt={t("photos.yours")} />
      ) : (
        <Preview
          character={character.data}
          style={style}
          template={job.order.template ?? null}
          widthPx={640}
          alt={t("job.sketch")}
        />
      )}
    </div>
  );
}

function Ended({ job }: { job: Job }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () => data(api.POST("/api/v1/jobs/{job_id}/retry", { params: { path: { job_id: job.id } } })),
    onSuccess: (changed) => queries.setQueryData(jobQuery(job.id).queryKey, changed),
  });
  const code = `problem.${job.failure?.code}`;
  return (
    <>
      {job.failure ? (
        <p role="alert">
          {i18n.exists(code) ? t(code) : job.failure.message}{" "}
          <span className="text-soft">{job.failure.advice}</span>
        </p>
      ) : null}
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
