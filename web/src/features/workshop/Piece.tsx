import type { ReactNode } from "react";

/** A piece under its name in the code. */
export function Piece({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-3">
      <code dir="ltr" className="text-sm text-soft">
        {name}
      </code>
      {children}
    </div>
  );
}
