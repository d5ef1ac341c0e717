import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Photo } from "./photos";

/** The whole photo is seen, with the action still in sight below it. */
const HEIGHT_DVH = 58;

/** A photo as large as fits, and what lies on it. */
export function PhotoBox({ photo, children }: { photo: Photo; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div
      className="relative mx-auto overflow-hidden rounded-picture"
      style={{ width: `min(100%, ${(HEIGHT_DVH * photo.width_px) / photo.height_px}dvh)` }}
    >
      <img
        src={photo.thumb_url}
        alt={t("photos.yours")}
        className="block w-full"
        width={photo.width_px}
        height={photo.height_px}
        draggable={false}
      />
      {children}
    </div>
  );
}
