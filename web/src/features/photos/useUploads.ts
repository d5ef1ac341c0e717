import { useCallback, useEffect, useRef, useState } from "react";
import { newKey } from "@/api/newKey";
import { patiently } from "./patiently";
import { type Photo, uploadPhoto } from "./photos";

/** A photo on its way or here; `again` counts how often a broken line made it start anew. */
export type Upload = {
  key: string;
  name: string;
  share: number;
  again: number;
  photo: Photo | null;
  error: unknown;
  retry: () => void;
};

export type Uploads = {
  uploads: Upload[];
  add: (files: Iterable<File>) => void;
  /** Go on with a photo that is kept already. */
  take: (photo: Photo) => void;
  /** A photo that was changed. */
  change: (photo: Photo) => void;
  leaveOut: (key: string) => void;
};

const FRESH = { share: 0, again: 0, photo: null, error: null };

/** Files on their way to the server, two at a time; what fails can be tried again without choosing it anew. */
export function useUploads(): Uploads {
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
    const { signal } = leaving.current;
    patiently(
      () => uploadPhoto(file, (share) => set(key, { share }), signal),
      (again) => set(key, { again, share: 0 }),
      signal,
    )
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
        const key = newKey();
        const send = () => {
          set(key, FRESH);
          waiting.current.push({ key, file });
          sendNext();
        };
        setUploads((all) => [...all, { ...FRESH, key, name: file.name, retry: send }]);
        waiting.current.push({ key, file });
      }
      sendNext();
    },
    [sendNext, set],
  );
  const take = useCallback((photo: Photo) => {
    const done = { ...FRESH, key: photo.id, name: "", share: 1, photo, retry: () => undefined };
    setUploads((all) => [...all, done]);
  }, []);
  const change = useCallback((photo: Photo) => {
    setUploads((all) => all.map((one) => (one.photo?.id === photo.id ? { ...one, photo } : one)));
  }, []);
  const leaveOut = useCallback((key: string) => {
    waiting.current = waiting.current.filter((one) => one.key !== key);
    setUploads((all) => all.filter((one) => one.key !== key));
  }, []);
  return { uploads, add, take, change, leaveOut };
}
