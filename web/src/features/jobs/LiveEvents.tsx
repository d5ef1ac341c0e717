import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { freshAccessToken } from "@/features/session/tokens";

const LONGEST_PAUSE_MS = 15_000;

type Pushed = { id: number; kind: string; data: { job_id: string; batch_id: string | null; ended: boolean } };

/** Keeps what is shown fresh by the server's events; comes back by itself and asks for what it missed. */
export function LiveEvents() {
  const queries = useQueryClient();
  useEffect(() => {
    let socket: WebSocket | null = null;
    let last: number | null = null;
    let pauseMs = 500;
    let timer = 0;
    let left = false;

    const heard = (event: Pushed) => {
      last = event.id;
      if (event.kind !== "job") return;
      void queries.invalidateQueries({ queryKey: ["job", event.data.job_id] });
      if (!event.data.ended) return;
      void queries.invalidateQueries({ queryKey: ["artworks"] });
      if (event.data.batch_id) void queries.invalidateQueries({ queryKey: ["batch", event.data.batch_id] });
    };
    const open = async () => {
      const token = await freshAccessToken();
      if (!token || left) return;
      const scheme = location.protocol === "https:" ? "wss" : "ws";
      const after = last === null ? "" : `?after=${last}`;
      socket = new WebSocket(`${scheme}://${location.host}/api/v1/events${after}`, "limner");
      socket.onopen = () => {
        socket?.send(JSON.stringify({ token }));
        // Nobody pushed while the line was down: whatever is shown is asked for once.
        void queries.invalidateQueries({ queryKey: ["job"] });
      };
      socket.onmessage = (message) => {
        pauseMs = 500;
        heard(JSON.parse(message.data as string) as Pushed);
      };
      socket.onclose = () => {
        if (left) return;
        timer = window.setTimeout(() => void open(), pauseMs);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      };
    };
    void open();
    return () => {
      left = true;
      window.clearTimeout(timer);
      socket?.close();
    };
  }, [queries]);
  return null;
}
