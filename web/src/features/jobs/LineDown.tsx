import { CloudOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { lineUp, onLine } from "./line";

/** Says on every page that the server is away, and that what is shown may be old; gone as soon as it is back. */
export function LineDown() {
  const { t } = useTranslation();
  const up = useSyncExternalStore(onLine, lineUp);
  return (
    <div role="status">
      {up ? null : (
        <p className="mx-auto flex max-w-6xl items-center gap-3 border-ochre border-b-2 px-4 py-3 sm:px-6">
          <CloudOff className="size-5 shrink-0 text-ochre" aria-hidden="true" />
          {t("app.lineDown")}
        </p>
      )}
    </div>
  );
}
