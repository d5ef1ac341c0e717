import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, data } from "@/api/client";
import { showToast } from "@/ui/toasts";
import { type Job, jobQuery, pageOf } from "./jobs";
import { notice } from "./notices";

/** Says that a picture, or a whole batch, has ended, to whoever looks at something else by then. */
export function useEndNotice(): (jobId: string, batchId: string | null) => Promise<void> {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useCallback(
    async (jobId, batchId) => {
      const page = pageOf({ id: jobId, batch_id: batchId });
      const end = batchId ? await batchEnd(batchId) : endOf(await queries.fetchQuery(jobQuery(jobId)));
      if (!end) return;
      const words = t(end.failed ? "job.noticeFailed" : batchId ? "job.noticeBatch" : "job.notice");
      void notice(words, end.path ?? page);
      if (location.pathname === page || location.pathname === end.path) return;
      showToast({ words, action: t("job.look"), onAction: () => void navigate(end.path ?? page) });
    },
    [navigate, queries, t],
  );
}

type End = { failed: boolean; path?: string };

/** Somebody who stopped a picture knows that it has stopped. */
function endOf(job: Job): End | null {
  if (job.state === "failed") return { failed: true };
  return job.artwork_id ? { failed: false, path: `/gallery/${job.artwork_id}` } : null;
}

/** A batch is told of once, with its last picture. */
async function batchEnd(id: string): Promise<End | null> {
  const batch = await data(api.GET("/api/v1/batches/{batch_id}", { params: { path: { batch_id: id } } }));
  if (batch.progress < 1 || !batch.states.done) return null;
  return { failed: false };
}
