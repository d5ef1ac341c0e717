import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/client";
import { Row } from "./Row";
import { useFormats } from "./useFormats";

/** What providers took, by month; nothing when nobody took anything. */
export function Costs({ costs }: { costs: Schema["CostOut"][] }) {
  const { t } = useTranslation();
  const { money, month } = useFormats();
  if (costs.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="font-semibold">{t("costs.title")}</h3>
      <ul>
        {costs.map((one) => (
          <Row
            key={`${one.month} ${one.provider}`}
            title={`${month(one.month)} · ${t(`provider.${one.provider}`, one.provider)}`}
            about={t("costs.pictures", { count: one.pictures })}
          >
            <span>{money(one.microusd)}</span>
          </Row>
        ))}
      </ul>
    </div>
  );
}
