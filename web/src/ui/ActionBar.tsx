import type { ReactNode } from "react";

/** The one action of a screen, always in sight: under the thumb on a phone, below the choices on a desk. */
export function ActionBar({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 -mx-4 grid gap-1.5 border-line border-t bg-paper px-4 py-3 sm:bottom-0 sm:-mx-2 sm:px-2">
      {children}
    </div>
  );
}
