import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Licence as LicenceOf, MakerChoice, Terms } from "@/features/makers/MakerChoice";
import { isAnimator, makersQuery } from "@/features/makers/makers";
import { Field } from "@/ui/Field";
import type { Composing } from "./useComposition";

const LONGEST_WISH = 400;

/** Who can draw here, and who is to. */
export function useProvider({ composition }: Composing) {
  return useProviderNamed(composition.provider);
}

/** Who can draw here, and the one of this name. */
export function useProviderNamed(name: string) {
  const all = (useQuery(makersQuery).data ?? []).filter((one) => !isAnimator(one));
  const ready = all.filter((one) => one.ready || one.name === name);
  return { ready, chosen: all.find((one) => one.name === name) };
}

/** Who draws, where there is a choice. */
export function ProviderChoice({ composing }: { composing: Composing }) {
  const { t } = useTranslation();
  const { ready, chosen } = useProvider(composing);
  return (
    <MakerChoice
      label={t("create.provider")}
      makers={ready}
      chosen={chosen}
      onChange={(provider) => composing.change({ provider })}
    />
  );
}

/** What a picture costs and where the photo goes. */
export function ProviderLine({ composing }: { composing: Composing }) {
  const { chosen } = useProvider(composing);
  if (!chosen) return null;
  return (
    <p className="text-center text-sm text-soft">
      <Terms maker={chosen} />
    </p>
  );
}

/** What the person wants besides, where whoever draws takes words. */
export function Wishes({ composing }: { composing: Composing }) {
  const { t } = useTranslation();
  const { chosen } = useProvider(composing);
  if (!chosen?.takes_words) return null;
  return (
    <Field
      label={t("create.wishes")}
      hint={t("create.wishesHint")}
      maxLength={LONGEST_WISH}
      value={composing.composition.wishes ?? ""}
      onChange={(wishes) => composing.change({ wishes }, "wishes")}
    />
  );
}

/** What the picture may be used for. */
export function Licence({ composing }: { composing: Composing }) {
  return <LicenceOf maker={useProvider(composing).chosen} />;
}
