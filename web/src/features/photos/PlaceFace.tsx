import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { ActionBar } from "@/ui/ActionBar";
import { Button } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { FaceFrame } from "./FaceFrame";
import { firstFrame } from "./frame";
import type { Photo } from "./photos";

type PlaceFaceProps = { photo: Photo; onPlaced: (photo: Photo) => void; onLeave: () => void };

/** Show where a face is that was not found, or the one that is meant. */
export function PlaceFace({ photo, onPlaced, onLeave }: PlaceFaceProps) {
  const { t } = useTranslation();
  const [frame, setFrame] = useState(() => firstFrame(photo));
  const place = useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/v1/photos/{photo_id}/faces", {
          params: { path: { photo_id: photo.id } },
          body: frame,
        }),
      ),
    onSuccess: onPlaced,
  });
  return (
    <article className="grid gap-4 sm:grid-cols-[3fr_2fr] sm:gap-8">
      <FaceFrame photo={photo} frame={frame} onChange={setFrame} />
      <div className="grid content-start gap-4">
        <p>{t("photos.drawFrame")}</p>
        <Trouble error={place.error} />
        <ActionBar>
          <Button onPress={() => place.mutate()} isDisabled={place.isPending}>
            {place.isPending ? t("photos.looking") : t("photos.useFrame")}
          </Button>
          <Button kind="quiet" onPress={onLeave}>
            {t("never")}
          </Button>
        </ActionBar>
      </div>
    </article>
  );
}
