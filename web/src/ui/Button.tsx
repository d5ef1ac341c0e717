import type { ReactNode } from "react";
import { Button as AriaButton, type ButtonProps } from "react-aria-components";
import { Link } from "react-router";

const SHAPE =
  "inline-flex min-h-12 cursor-pointer items-center justify-center gap-2 rounded-control px-5 font-semibold no-underline transition-colors duration-150 disabled:cursor-default disabled:opacity-50";
/** The looks by themselves, for what is no button to the browser, such as the label of a file input. */
export const BUTTON_LOOKS = {
  main: `${SHAPE} bg-madder text-on-madder hover:brightness-95`,
  quiet: `${SHAPE} border border-edge bg-card text-ink hover:border-ink`,
  icon: "grid size-12 cursor-pointer place-items-center rounded-full border border-edge bg-card text-ink transition-opacity duration-150 disabled:cursor-default disabled:opacity-40",
  bare: `${SHAPE} px-3 text-ink underline underline-offset-4`,
};
export type ButtonKind = keyof typeof BUTTON_LOOKS;

/** A button; one of kind "main" on a screen, at most. */
export function Button({ kind = "main", ...props }: Omit<ButtonProps, "className"> & { kind?: ButtonKind }) {
  return <AriaButton {...props} className={BUTTON_LOOKS[kind]} />;
}

/** A link that looks like a button. */
export function ButtonLink({
  to,
  kind = "main",
  children,
}: {
  to: string;
  kind?: ButtonKind;
  children: ReactNode;
}) {
  return (
    <Link to={to} className={BUTTON_LOOKS[kind]}>
      {children}
    </Link>
  );
}
