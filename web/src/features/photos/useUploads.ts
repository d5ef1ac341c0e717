import { useCallback, useEffect, useRef, useState } from "react";
import { type Photo, uploadPhoto } from "./photos";

export type Upload = {
  key: string;
  name: string;
  share: number;
  photo: Photo | null;
  error: unknown;
  retry: () => void;
};

/** Files on their way to the server, two at a time; what fails can be tried again without choosing it anew. */
export function useUploads(): { uploads: Upload[]; add: (files: Iterable<File>) => void } {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const waiting = useRef<{ key: string; file: File }[]>([]);
  const running = useRef(0);
  const leaving = useRef(new AbortController());

  useEffect(() => {
    leaving.current = new AbortController();
    return () => leaving.current.abort();
  }, []);

  const set = useCallback((key: string, change: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...change } : one)));
  }, []);

  const sendNext = useCallback(() => {
    const next = running.current < 2 ? waiting.current.shift() : undefined;
    if (!next) return;
    running.current += 1;
    const { key, file } = next;
    uploadPhoto(file, (share) => set(key, { share }), leaving.current.signal)
      .then((photo) => set(key, { photo, share: 1 }))
      .catch((error: unknown) => set(key, { error }))
      .finally(() => {
        running.current -= 1;
        sendNext();
      });
    sendNext();
  }, [set]);

  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        const key = crypto.randomUUID();
        const send = () => {
          set(key, { error: null, share: 0 });
          waiting.current.push({ key, file });
          sendNext();
        };
        setUploads((all) => [
          ...all,
          { key, name: file.name, share: 0, photo: null, error: null, retry: send },
        ]);
        waiting.current.push({ key, file });
      }
      sendNext();
    },
    [sendNext, set],
  );
  return { uploads, add };
}
