import { type ReactNode, useId } from "react";

/** A part of a page under its own title, set off by a hairline. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-4 border-line border-t pt-8">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
