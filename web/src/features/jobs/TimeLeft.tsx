import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Job } from "./jobs";

/** The server's estimate, counted down in between; where it was too short, that is said rather than "1 s" for long. */
export function TimeLeft({ job }: { job: Pick<Job, "state" | "expected_s"> }) {
  const { t } = useTranslation();
  const expectedS = job.expected_s ?? null;
  const left = useCountdown(expectedS);
  if (expectedS === null) return null;
  return (
    <p className="text-soft">{left < 1 ? t("job.longer") : t("job.left", { seconds: Math.round(left) })}</p>
  );
}

function useCountdown(fromS: number | null): number {
  const [left, setLeft] = useState(fromS ?? 0);
  useEffect(() => {
    const until = Date.now() + 1000 * (fromS ?? 0);
    const show = () => setLeft((until - Date.now()) / 1000);
    show();
    const timer = window.setInterval(show, 1000);
    return () => window.clearInterval(timer);
  }, [fromS]);
  return left;
}
