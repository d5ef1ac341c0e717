import { useTranslation } from "react-i18next";
import type { Photo } from "./photos";

/** Where a photo is, and until when. */
export function Whereabouts({ photo }: { photo: Photo }) {
  const { t, i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(i18n.language, { day: "numeric", month: "long" });
  return (
    <p className="text-sm text-soft">
      {t("photos.where")}
      {photo.delete_after ? ` ${t("photos.until", { day: day.format(new Date(photo.delete_after)) })}` : null}
    </p>
  );
}
