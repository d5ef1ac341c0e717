import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";

/** A secret that can't be read again, to be copied now. */
export function ShownOnce({
  words,
  secret,
  children,
}: {
  words: string;
  secret: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  // Browsers lend the clipboard to encrypted pages only; by plain http the text is selected and copied by hand.
  const copy = () => void navigator.clipboard.writeText(secret).then(() => setCopied(true));
  return (
    <div role="status" className="grid gap-3 rounded-control border border-verdigris bg-card p-4">
      <p>{words}</p>
      <code dir="ltr" className="select-all break-all">
        {secret}
      </code>
      {children ? <p className="text-sm text-soft">{children}</p> : null}
      {"clipboard" in navigator ? (
        <div>
          <Button kind="quiet" onPress={copy}>
            {copied ? t("account.copied") : t("account.copy")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
