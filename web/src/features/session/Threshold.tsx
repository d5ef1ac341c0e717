import type { ReactNode } from "react";

/** A page before the door: for people who are not signed in. */
export function Threshold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-6 px-4 py-8">
      <div className="grid gap-3">
        <p className="font-title text-madder text-xl">Limner</p>
        <h1>{title}</h1>
      </div>
      {children}
    </main>
  );
}
