import { ProgressBar } from "react-aria-components";

/** How much is done, 0..1. */
export function Progress({ share, label }: { share: number; label: string }) {
  return (
    <ProgressBar value={Math.round(share * 100)} aria-label={label}>
      {({ percentage }) => (
        <div className="h-2.5 overflow-hidden rounded-full bg-line">
          <div
            className="h-full rounded-full bg-verdigris transition-[width] duration-200"
            style={{ width: `${percentage ?? 0}%` }}
          />
        </div>
      )}
    </ProgressBar>
  );
}
