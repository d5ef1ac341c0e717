import { useQuery } from "@tanstack/react-query";
import { Button as Tile } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type Photo, photosQuery } from "./photos";

/** Photos that are kept already, to go on with one of them: nothing that was sent has to be sent again. */
export function EarlierPhotos({
  without,
  onChoose,
}: {
  without: string[];
  onChoose: (photo: Photo) => void;
}) {
  const { t, i18n } = useTranslation();
  const photos = useQuery(photosQuery);
  const earlier = photos.data?.items.filter((photo) => !without.includes(photo.id)) ?? [];
  const day = new Intl.DateTimeFormat(i18n.language, { day: "numeric", month: "long" });
  if (earlier.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2>{t("photos.earlier")}</h2>
      <ul className="grid grid-cols-4 gap-2 sm:grid-cols-8">
        {earlier.map((photo) => (
          <li key={photo.id}>
            <Tile
              onPress={() => onChoose(photo)}
              aria-label={t("photos.from", { day: day.format(new Date(photo.created_at)) })}
              className="block w-full cursor-pointer overflow-hidden rounded-control"
            >
              <img
                src={photo.thumb_url}
                alt=""
                loading="lazy"
                className="block aspect-square w-full object-cover"
              />
            </Tile>
          </li>
        ))}
      </ul>
    </section>
  );
}
