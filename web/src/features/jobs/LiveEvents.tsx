import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { freshAccessToken } from "@/features/session/tokens";
import { ongoingQuery } from "./jobs";
import { setLine } from "./line";
import { keepStage } from "./stage";
import { useEndNotice } from "./useEndNotice";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

type Changed = { job_id: string; batch_id: string | null; ended: boolean };
type Pushed = { id: number } & (
  | { kind: "job"; data: Changed }
  | { kind: "job.stage"; data: Parameters<typeof keepStage>[1] }
);

/** Keeps what is shown fresh by the server's events; comes back by itself and asks for what it missed. */
export function LiveEvents() {
  const queries = useQueryClient();
  const tellEnd = useEndNotice();
  useEffect(() => {
    let socket: WebSocket | null = null;
    let last: number | null = null;
    let pauseMs = FIRST_PAUSE_MS;
    let timer = 0;
    let left = false;

    const heard = (event: Pushed) => {
      last = event.id;
      if (event.kind === "job.stage") void keepStage(queries, event.data).catch(() => undefined);
      if (event.kind !== "job") return;
      const { job_id: jobId, batch_id: batchId, ended } = event.data;
      void queries.invalidateQueries({ queryKey: ["job", jobId] });
      void queries.invalidateQueries(ongoingQuery);
      if (!ended) return;
      void queries.invalidateQueries({ queryKey: ["artworks"] });
      if (batchId) void queries.invalidateQueries({ queryKey: ["batch", batchId] });
      void tellEnd(jobId, batchId).catch(() => undefined);
    };
    const open = async () => {
      // Without a line no token can be renewed either: that, too, is tried again.
      const token = await freshAccessToken().catch(() => "");
      if (left || token === null) return;
      if (token === "") return later();
      const scheme = location.protocol === "https:" ? "wss" : "ws";
      const after = last === null ? "" : `?after=${last}`;
      socket = new WebSocket(`${scheme}://${location.host}/api/v1/events${after}`, "limner");
      socket.onopen = () => {
        socket?.send(JSON.stringify({ token }));
        // Nobody pushed while the line was down: whatever is shown is asked for once.
        void queries.invalidateQueries({ queryKey: ["job"] });
        void queries.refetchQueries({ predicate: (query) => query.state.status === "error" });
        setLine(true);
      };
      socket.onmessage = (message) => {
        pauseMs = FIRST_PAUSE_MS;
        heard(JSON.parse(message.data as string) as Pushed);
      };
      socket.onclose = () => {
        if (!left) later();
      };
    };
    const later = () => {
      // The first try after a break mostly succeeds; nobody needs to hear of it.
      if (pauseMs > FIRST_PAUSE_MS) setLine(false);
      timer = window.setTimeout(() => void open(), pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    };
    const now = () => {
      window.clearTimeout(timer);
      if (socket?.readyState !== WebSocket.OPEN) void open();
    };
    const gone = () => setLine(false);
    void open();
    window.addEventListener("online", now);
    window.addEventListener("offline", gone);
    return () => {
      left = true;
      window.removeEventListener("online", now);
      window.removeEventListener("offline", gone);
      window.clearTimeout(timer);
      socket?.close();
    };
  }, [queries, tellEnd]);
  return null;
}
