import { Clapperboard, Heart } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Artwork } from "./artworks";

/** A picture, small; it leads to the large one. */
export function Thumb({ artwork }: { artwork: Artwork }) {
  return (
    <Link to={`/gallery/${artwork.id}`} className="relative block overflow-hidden rounded-picture">
      <Small artwork={artwork} />
    </Link>
  );
}

/** A picture, small, to be chosen with others. */
export function ChoosableThumb({
  artwork,
  chosen,
  onChoose,
}: {
  artwork: Artwork;
  chosen: boolean;
  onChoose: (toHere: boolean) => void;
}) {
  const words = useWords(artwork);
  return (
    <label
      className={`relative block cursor-pointer select-none overflow-hidden rounded-picture has-focus-visible:outline-3 has-focus-visible:outline-verdigris has-focus-visible:outline-offset-2 ${chosen ? "ring-4 ring-madder" : ""}`}
    >
      <Small artwork={artwork} />
      <input
        type="checkbox"
        checked={chosen}
        aria-label={words}
        onChange={(event) => onChoose((event.nativeEvent as MouseEvent).shiftKey)}
        className="absolute start-2 top-2 size-7 accent-[var(--madder)] outline-none"
      />
    </label>
  );
}

function useWords(artwork: Artwork): string {
  const { t } = useTranslation();
  const place = t(`template.${artwork.template}`, artwork.template);
  const look = t(`style.${artwork.style}`, artwork.style);
  return t("gallery.picture", { place, look });
}

function Small({ artwork }: { artwork: Artwork }) {
  const { t } = useTranslation();
  return (
    <>
      <img
        src={artwork.thumb_url}
        alt={useWords(artwork)}
        loading="lazy"
        width={artwork.width_px}
        height={artwork.height_px}
        className="block aspect-[4/5] w-full bg-cover object-cover"
        style={{ backgroundImage: `url(data:image/webp;base64,${artwork.blur})` }}
      />
      {artwork.loop_url || artwork.clip_url ? (
        <Clapperboard
          className="absolute start-2 bottom-2 size-7 rounded-control bg-black/55 p-1 stroke-white"
          role="img"
          aria-label={t("gallery.moves")}
        />
      ) : null}
      {artwork.favourite ? (
        <Heart
          className="absolute end-2 bottom-2 size-7 fill-[#b63e2c] stroke-white"
          role="img"
          aria-label={t("gallery.favourite")}
        />
      ) : null}
    </>
  );
}
