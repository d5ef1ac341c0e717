import { useTranslation } from "react-i18next";
import { Select } from "@/ui/Select";
import { useFormats } from "@/ui/useFormats";
import type { Maker } from "./makers";

type MakerChoiceProps = {
  label: string;
  makers: Maker[];
  chosen: Maker | undefined;
  onChange: (name: string) => void;
};

/** Who does it, where there is a choice. */
export function MakerChoice({ label, makers, chosen, onChange }: MakerChoiceProps) {
  const { t } = useTranslation();
  if (!chosen || makers.length < 2) return null;
  return (
    <Select
      label={label}
      value={chosen.name}
      onChange={onChange}
      options={makers.map((one) => [one.name, t(`provider.${one.name}`, one.title)])}
    />
  );
}

/** What may be done with what somebody makes. */
export function Licence({ maker }: { maker: Maker | undefined }) {
  const { t } = useTranslation();
  if (!maker) return null;
  return <p className="text-sm text-soft">{t(`licence.${maker.licence}`, maker.licence)}</p>;
}

/** Where a picture goes, and what it costs; what all of them cost, where there are several. */
export function Terms({ maker, count = 1 }: { maker: Maker; count?: number }) {
  const { t } = useTranslation();
  const { money } = useFormats();
  if (!maker.photo_leaves) return t("create.here");
  if (!maker.price_microusd) return `${t("create.there", { to: maker.goes_to })} ${t("create.free")}`;
  const each = t("create.costs", { money: money(maker.price_microusd) });
  const all = count > 1 ? ` ${t("batch.costs", { money: money(maker.price_microusd * count) })}` : "";
  return `${t("create.there", { to: maker.goes_to })} ${each}${all}`;
}
