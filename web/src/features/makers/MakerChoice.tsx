import { useTranslation } from "react-i18next";
import { Select } from "@/ui/Select";
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
