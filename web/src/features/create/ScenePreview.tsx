import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Composition, sceneOf } from "./composition";
import { scenePreviewQuery } from "./scenes";

const SMALL_PX = 240;

/** A small picture of somebody in a place, to choose by. */
export function ScenePreview({ composition, version }: { composition: Composition; version: number }) {
  const { t } = useTranslation();
  const preview = useQuery(scenePreviewQuery(sceneOf(composition, SMALL_PX), [version]));
  if (preview.isError)
    return (
      <span className="grid aspect-[4/5] place-items-center rounded-picture bg-line p-2 text-sm">
        {t("characters.noPreview")}
      </span>
    );
  return (
    <span className="block aspect-[4/5] overflow-hidden rounded-picture bg-line">
      {preview.data ? (
        <img src={preview.data} alt="" className="block size-full object-cover" />
      ) : (
        <span className="block size-full animate-pulse bg-line" aria-hidden="true" />
      )}
    </span>
  );
}
