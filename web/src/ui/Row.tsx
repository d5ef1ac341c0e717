import type { ReactNode } from "react";

/** One thing of a list: what it is, a line about it, and what can be done with it. */
export function Row({
  title,
  about,
  children,
}: {
  title: ReactNode;
  about: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-line border-b py-3 last:border-b-0">
      <span className="wrap-anywhere min-w-0">
        {title}
        <span className="block text-sm text-soft">{about}</span>
      </span>
      {children}
    </li>
  );
}
