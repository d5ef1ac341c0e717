import { Heart } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Artwork } from "./artworks";

/** A picture, small; it leads to the large one. */
export function Thumb({ artwork }: { artwork: Artwork }) {
  const { t } = useTranslation();
  const place = t(`template.${artwork.template}`, artwork.template);
  const look = t(`style.${artwork.style}`, artwork.style);
  return (
    <Link to={`/gallery/${artwork.id}`} className="relative block overflow-hidden rounded-picture">
      <img
        src={artwork.thumb_url}
        alt={t("gallery.picture", { place, look })}
        loading="lazy"
        width={artwork.width_px}
        height={artwork.height_px}
        className="block aspect-[4/5] w-full bg-cover object-cover"
        style={{ backgroundImage: `url(data:image/webp;base64,${artwork.blur})` }}
      />
      {artwork.favourite ? (
        <Heart
          className="absolute end-2 bottom-2 size-7 fill-[#b63e2c] stroke-white"
          role="img"
          aria-label={t("gallery.favourite")}
        />
      ) : null}
    </Link>
  );
}
