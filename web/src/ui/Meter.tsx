import { Meter as AriaMeter, Label } from "react-aria-components";

/** How much of something is used up; `words` say it, the bar shows it. */
export function Meter({ label, share, words }: { label: string; share: number; words: string }) {
  const full = share >= 1;
  return (
    <AriaMeter value={Math.min(share, 1) * 100} valueLabel={words} className="grid gap-1.5">
      <div className="flex flex-wrap justify-between gap-x-4">
        <Label>{label}</Label>
        <span className="text-soft">{words}</span>
      </div>
      <div className="h-2.5 overflow-hidden rounded-full bg-line">
        <div
          className={`h-full rounded-full ${full ? "bg-ochre" : "bg-verdigris"}`}
          style={{ width: `${Math.min(share, 1) * 100}%` }}
        />
      </div>
    </AriaMeter>
  );
}
