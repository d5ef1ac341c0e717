import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Preview } from "@/features/characters/Preview";
import type { Scene } from "./scene";

/** Whom the choices below are about; nothing when there is only one. */
export function WhoChoice({ scene: { characters, selected, select } }: { scene: Scene }) {
  const { t } = useTranslation();
  const group = useId();
  if (characters.length < 2) return null;
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{t("create.who")}</legend>
      <div className="-mx-1 flex gap-2 overflow-x-auto p-1">
        {characters.map((one, index) => (
          <label
            key={one.id}
            className="flex min-h-12 shrink-0 cursor-pointer items-center gap-2 rounded-full border border-edge bg-card pe-4 has-checked:border-madder has-checked:font-semibold has-checked:outline-2 has-checked:outline-madder has-focus-visible:outline-3 has-focus-visible:outline-verdigris"
          >
            <input
              type="radio"
              name={group}
              className="sr-only"
              checked={index === selected}
              onChange={() => select(index)}
            />
            <span className="block size-12 overflow-hidden rounded-full">
              <Preview character={one} near="head" widthPx={160} alt="" />
            </span>
            {one.name || t("characters.someone")}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
