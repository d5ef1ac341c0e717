import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { asAddress } from "@/api/asAddress";

export type Stage = { stage: "lines" | "colour" | "light"; picture: string };

/** The latest stage of a drawing, none until its event has come. */
export const stageQuery = (jobId: string) =>
  queryOptions<Stage | null>({
    queryKey: ["stage", jobId],
    queryFn: () => null,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Keep a stage's picture as its event comes: its link ends with the job. */
export async function keepStage(
  queries: QueryClient,
  event: { job_id: string; stage: Stage["stage"]; url: string },
): Promise<void> {
  const answer = await fetch(event.url);
  // The job was quicker.
  if (!answer.ok) return;
  const picture = await asAddress(await answer.blob());
  const kept: Stage = { stage: event.stage, picture };
  queries.setQueryData(stageQuery(event.job_id).queryKey, kept);
}
