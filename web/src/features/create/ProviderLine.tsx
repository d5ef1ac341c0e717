import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Select } from "@/ui/Select";
import { providersQuery } from "./catalog";
import type { Composing } from "./useComposition";

/** Who draws, what it costs, what the picture may be used for and where the photo goes; a choice where there is one. */
export function ProviderLine({ composing }: { composing: Composing }) {
  const { t } = useTranslation();
  const providers = useQuery(providersQuery).data ?? [];
  const { provider } = composing.composition;
  const chosen = providers.find((one) => one.name === provider);
  if (!chosen) return null;
  return (
    <div className="grid justify-items-center gap-1 text-center text-sm text-soft">
      {providers.length > 1 ? (
        <Select
          label={t("create.provider")}
          value={provider}
          onChange={(one) => composing.change({ provider: one })}
          options={providers.map((one) => [one.name, one.title])}
        />
      ) : null}
      <p>
        {chosen.photo_leaves ? t("create.there", { title: chosen.title }) : t("create.here")}{" "}
        {t(`licence.${chosen.licence}`, chosen.licence)}
      </p>
    </div>
  );
}
