import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Select } from "@/ui/Select";
import { providersQuery } from "./catalog";
import type { Composing } from "./useComposition";

function useProvider({ composition }: Composing) {
  const all = useQuery(providersQuery).data ?? [];
  return { all, chosen: all.find((one) => one.name === composition.provider) };
}

/** Who draws, what it costs and where the photo goes; a choice where there is one. */
export function ProviderLine({ composing }: { composing: Composing }) {
  const { t } = useTranslation();
  const { all, chosen } = useProvider(composing);
  if (!chosen) return null;
  return (
    <div className="grid justify-items-center gap-1 text-center text-sm text-soft">
      {all.length > 1 ? (
        <Select
          label={t("create.provider")}
          value={chosen.name}
          onChange={(provider) => composing.change({ provider })}
          options={all.map((one) => [one.name, one.title])}
        />
      ) : null}
      <p>{chosen.photo_leaves ? t("create.there", { title: chosen.title }) : t("create.here")}</p>
    </div>
  );
}

/** What the picture may be used for. */
export function Licence({ composing }: { composing: Composing }) {
  const { t } = useTranslation();
  const { chosen } = useProvider(composing);
  if (!chosen) return null;
  return <p className="text-sm text-soft">{t(`licence.${chosen.licence}`, chosen.licence)}</p>;
}
