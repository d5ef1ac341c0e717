import type { QueryClient } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import PhotoSwipe, { type SlideData } from "photoswipe";
import "photoswipe/style.css";
import type { Artwork } from "./artworks";

const SCREEN_PX = 1440;

/** Pictures over the whole window: zoom by wheel, fingers or two taps, on to the next by swiping or arrow keys. */
export function openViewer(
  artworks: Artwork[],
  at: Artwork,
  t: TFunction,
  onLeave: (last: Artwork) => void,
): void {
  const viewer = new PhotoSwipe({
    dataSource: artworks.map((artwork) => slideOf(artwork, t)),
    index: Math.max(0, artworks.indexOf(at)),
    loop: false,
    bgOpacity: 1,
    // At once: while it opens, PhotoSwipe hears no key.
    showHideAnimationType: "none",
    closeTitle: t("close"),
    zoomTitle: t("gallery.zoom"),
    arrowPrevTitle: t("gallery.before"),
    arrowNextTitle: t("gallery.after"),
    errorMsg: t("gallery.notShown"),
    maxZoomLevel: 4,
  });
  viewer.on("initialLayout", () => {
    viewer.element?.setAttribute("aria-label", t("gallery.large"));
    // Swiping and its arrows run from the left in every language.
    viewer.element?.setAttribute("dir", "ltr");
  });
  viewer.on("destroy", () => onLeave(artworks[viewer.currIndex] ?? at));
  viewer.init();
}

function slideOf(artwork: Artwork, t: TFunction): SlideData {
  const place = t(`template.${artwork.template}`, artwork.template);
  const look = t(`style.${artwork.style}`, artwork.style);
  return {
    src: artwork.screen_url,
    srcset: `${artwork.screen_url} ${Math.min(SCREEN_PX, artwork.width_px)}w, ${artwork.print_url} ${artwork.width_px}w`,
    width: artwork.width_px,
    height: artwork.height_px,
    alt: t("gallery.picture", { place, look }),
    msrc: artwork.thumb_url,
  };
}

/** The pictures that hang beside this one where it was come from; alone where it was come to by its address. */
export function neighboursOf(artwork: Artwork, queries: QueryClient): Artwork[] {
  type Pages = { pages?: { items: Artwork[] }[] };
  for (const [, cached] of queries.getQueriesData<Pages>({ queryKey: ["artworks"] })) {
    const items = cached?.pages?.flatMap((page) => page.items) ?? [];
    const place = items.findIndex((one) => one.id === artwork.id);
    if (place >= 0) return items.with(place, artwork);
  }
  return [artwork];
}
