import { useMutation } from "@tanstack/react-query";
import { Download, Pause, Play } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { saveFile } from "@/api/saveFile";
import { Button } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import type { Artwork } from "./artworks";
import { FittedImage } from "./FittedImage";
import { wantsCalm } from "./wantsCalm";

/** A picture that moves; it can be held still, and begins so for whoever wants less motion. */
export function Moving({ artwork, loop, alt }: { artwork: Artwork; loop: string; alt: string }) {
  const { t } = useTranslation();
  const [playing, setPlaying] = useState(() => !wantsCalm());
  const save = useMutation({
    mutationFn: () =>
      saveFile(
        `/api/v1/artworks/${artwork.id}/image?size=loop`,
        `limner-${artwork.template}-${artwork.style}.webp`,
      ),
  });
  const Icon = playing ? Pause : Play;
  return (
    <figure className="m-0 grid justify-items-center gap-3 sm:self-start">
      <FittedImage artwork={artwork} src={playing ? loop : artwork.screen_url} alt={alt} />
      <figcaption className="flex flex-wrap justify-center gap-2">
        <Button kind="quiet" onPress={() => setPlaying(!playing)}>
          <Icon className="size-5" aria-hidden="true" />
          {playing ? t("gallery.pause") : t("gallery.play")}
        </Button>
        <Button kind="quiet" onPress={() => save.mutate()} isDisabled={save.isPending}>
          <Download className="size-5" aria-hidden="true" />
          {t("gallery.saveLoop")}
        </Button>
      </figcaption>
      <Trouble error={save.error} />
    </figure>
  );
}
