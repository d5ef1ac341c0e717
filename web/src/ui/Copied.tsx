import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";

/** A text to take elsewhere, with a button that copies it where the browser lends the clipboard. */
export function Copied({ label, text }: { label: string; text: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const id = useId();
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for questions; this is a text with its button
    <div
      role="group"
      aria-labelledby={id}
      className="grid min-w-0 gap-2 rounded-control border border-line bg-card p-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id={id} className="font-sans font-semibold text-base">
          {label}
        </h2>
        {"clipboard" in navigator ? (
          <Button kind="quiet" onPress={copy}>
            {copied ? t("account.copied") : t("account.copy")}
          </Button>
        ) : null}
      </div>
      <p dir="ltr" lang="en" className="select-all wrap-anywhere whitespace-pre-wrap text-sm">
        {text}
      </p>
    </div>
  );
}
