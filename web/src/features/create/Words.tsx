import { useTranslation } from "react-i18next";
import { Field } from "@/ui/Field";
import type { Scene } from "./scene";

const LONGEST = 120;

/** What is written into the picture. */
export function Words({ scene: { composing } }: { scene: Scene }) {
  const { t } = useTranslation();
  return (
    <Field
      label={t("create.caption")}
      hint={t("create.captionHint")}
      maxLength={LONGEST}
      value={composing.composition.caption}
      onChange={(caption) => composing.change({ caption }, "caption")}
    />
  );
}
