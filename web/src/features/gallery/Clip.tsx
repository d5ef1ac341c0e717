import { useMutation } from "@tanstack/react-query";
import { Download, Pause, Play } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { saveFile } from "@/api/saveFile";
import { Button } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import type { Artwork } from "./artworks";
import { fittedClass, fittedStyle } from "./FittedImage";
import { wantsCalm } from "./wantsCalm";

/** A picture that somebody made a clip of. It plays again and again; who wants less motion begins it by hand. */
export function Clip({ artwork, clip, alt }: { artwork: Artwork; clip: string; alt: string }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  const [broken, setBroken] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      saveFile(
        `/api/v1/artworks/${artwork.id}/image?size=clip`,
        `limner-${artwork.template}-${artwork.style}.mp4`,
      ),
  });
  const Icon = playing ? Pause : Play;
  const made = artwork.provenance.clip;
  return (
    <figure className="m-0 grid justify-items-center gap-3 sm:self-start">
      <video
        ref={video}
        src={clip}
        poster={artwork.screen_url}
        aria-label={alt}
        autoPlay={!wantsCalm()}
        loop
        muted
        playsInline
        preload="auto"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onError={() => setBroken(true)}
        // A clip may show more above and below than the picture: what was added is cut off again.
        className={`${fittedClass} object-cover`}
        style={fittedStyle(artwork)}
      />
      <figcaption className="grid justify-items-center gap-2">
        {broken ? <p className="text-madder">{t("animate.broken")}</p> : null}
        <div className="flex flex-wrap justify-center gap-2">
          <Button
            kind="quiet"
            onPress={() =>
              playing ? video.current?.pause() : void video.current?.play().catch(() => undefined)
            }
          >
            <Icon className="size-5" aria-hidden="true" />
            {playing ? t("gallery.pause") : t("gallery.play")}
          </Button>
          <Button kind="quiet" onPress={() => save.mutate()} isDisabled={save.isPending}>
            <Download className="size-5" aria-hidden="true" />
            {t("gallery.saveLoop")}
          </Button>
        </div>
        {made ? (
          <p className="text-sm text-soft">
            {t("animate.movedBy", { name: t(`provider.${made.provider}`, made.provider) })}
          </p>
        ) : null}
      </figcaption>
      <Trouble error={save.error} />
    </figure>
  );
}
