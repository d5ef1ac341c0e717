import { queryOptions } from "@tanstack/react-query";
import { api, data, type Schema } from "@/api/client";

export type Job = Schema["JobOut"];

export const jobQuery = (id: string) =>
  queryOptions({
    queryKey: ["job", id],
    queryFn: () => data(api.GET("/api/v1/jobs/{job_id}", { params: { path: { job_id: id } } })),
    // Events push; this only catches what a broken line swallowed.
    refetchInterval: (query) => (hasEnded(query.state.data) ? false : 3000),
  });

/** What is being drawn or waits for it, newest first. */
export const ongoingQuery = queryOptions({
  queryKey: ["job", "ongoing"],
  queryFn: async () => {
    const of = (state: "queued" | "running") =>
      data(api.GET("/api/v1/jobs", { params: { query: { state, limit: 50 } } }));
    const [running, queued] = await Promise.all([of("running"), of("queued")]);
    return [...running.items, ...queued.items];
  },
});

export function hasEnded(job: Job | undefined): boolean {
  return job !== undefined && !["queued", "running", "awaiting"].includes(job.state);
}

/** Where a picture that is being drawn is watched: alone, or with the others of its batch. */
export function pageOf(job: Pick<Job, "id" | "batch_id">): string {
  return job.batch_id ? `/batches/${job.batch_id}` : `/jobs/${job.id}`;
}
