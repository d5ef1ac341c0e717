import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PhotoCrop } from "@/features/photos/PhotoCrop";
import { Button } from "@/ui/Button";
import type { Artwork } from "./artworks";

type BeforeAfterProps = { artwork: Artwork; photoId: string; onSeen: () => void };

/** The photo over the drawing, to be pushed aside: shown once, when the drawing is new. */
export function BeforeAfter({ artwork, photoId, onSeen }: BeforeAfterProps) {
  const { t } = useTranslation();
  const [edge, setEdge] = useState(50);
  return (
    <div className="grid justify-items-center gap-2">
      {/* The photo lies on the left and the range runs from the left in every language. */}
      <div
        dir="ltr"
        className="relative aspect-[4/5] max-h-[52dvh] max-w-full overflow-hidden rounded-picture has-focus-visible:outline-3 has-focus-visible:outline-verdigris sm:max-h-[75dvh]"
      >
        <img src={artwork.screen_url} alt="" className="block size-full object-cover" />
        <div className="absolute inset-0" style={{ clipPath: `inset(0 ${100 - edge}% 0 0)` }}>
          <PhotoCrop photoId={photoId} alt="" />
        </div>
        <div
          className="pointer-events-none absolute inset-y-0 w-0.5 bg-white shadow-[0_0_0_1px_#231f1a]"
          style={{ left: `${edge}%` }}
        />
        <div
          className="pointer-events-none absolute bottom-6 size-11 -translate-x-1/2 rounded-full border-2 border-white bg-[#231f1a]/70"
          style={{ left: `${edge}%` }}
        />
        <input
          type="range"
          min={0}
          max={100}
          value={edge}
          onChange={(event) => setEdge(Number(event.target.value))}
          aria-label={t("gallery.compare")}
          className="absolute inset-0 m-0 size-full cursor-ew-resize touch-pan-y opacity-0"
        />
      </div>
      <Button kind="bare" onPress={onSeen}>
        {t("gallery.onlyDrawing")}
      </Button>
    </div>
  );
}
