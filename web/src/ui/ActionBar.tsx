import type { ReactNode } from "react";

/** The one action of a screen: under the thumb on a phone, in its place on a desk. */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 -mx-4 grid gap-1.5 border-line border-t bg-paper px-4 py-3 sm:static sm:mx-0 sm:border-0 sm:p-0">
      {children}
    </div>
  );
}
