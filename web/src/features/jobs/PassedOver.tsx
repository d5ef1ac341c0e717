import { useTranslation } from "react-i18next";
import type { Job } from "./jobs";

/** Who was to draw and did not, and why; nothing when the first one did. */
export function PassedOver({ of, by }: { of: Job["passed_over"]; by?: string }) {
  const { t, i18n } = useTranslation();
  if (of.length === 0) return null;
  return (
    <div className="grid gap-1 border-ochre border-s-4 ps-3">
      {of.map((one) => {
        const title = t(`provider.${one.provider}`, one.title);
        const key = `passed.${one.code.split(".").at(-1)}`;
        const reason = `passed.reason.${one.reason}`;
        return (
          <p key={one.provider}>
            {i18n.exists(key) ? t(key, { title }) : `${title}: ${one.message}`}
            {one.reason && i18n.exists(reason) ? ` ${t(reason)}` : null}
          </p>
        );
      })}
      {by ? <p>{t("passed.instead", { title: t(`provider.${by}`, by) })}</p> : null}
    </div>
  );
}
