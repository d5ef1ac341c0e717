import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, data, type Schema } from "@/api/client";
import { stylesQuery } from "@/features/create/catalog";
import { Button } from "@/ui/Button";
import { Checks } from "@/ui/Checks";
import { Sheet } from "@/ui/Sheet";
import { Trouble } from "@/ui/Trouble";
import type { Artwork } from "./artworks";

type Gesture = NonNullable<Schema["Moving"]["gestures"]>[number];
const GESTURES: Gesture[] = ["blink", "smile", "tilt", "wave", "breathe", "parallax"];
const LOOP_PX = 600;

/** Asks what shall move, then draws the same picture again as one that does. */
export function Animate({ artwork, onClose }: { artwork: Artwork; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const styles = useQuery(stylesQuery);
  const painted = styles.data?.find((style) => style.name === artwork.style)?.family === "portrait";
  // Nobody waves in a painted portrait: it ends at the shoulders.
  const possible = GESTURES.filter((gesture) => !(painted && gesture === "wave"));
  const [chosen, setChosen] = useState<Gesture[]>(artwork.order.motion?.gestures ?? GESTURES);
  const gestures = possible.filter((gesture) => chosen.includes(gesture));
  const animate = useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/v1/jobs", {
          body: { ...artwork.order, motion: { gestures, seconds: 2, size_px: LOOP_PX } },
        }),
      ),
    onSuccess: (job) => navigate(`/jobs/${job.id}`),
  });
  return (
    <Sheet title={t("gallery.animateTitle")} onClose={onClose}>
      <p className="text-soft">{t("gallery.animateWords")}</p>
      <Checks
        label={t("gesture.title")}
        options={possible.map((gesture) => [gesture, t(`gesture.${gesture}`)])}
        chosen={gestures}
        onChange={setChosen}
      />
      <Trouble error={animate.error} />
      <Button onPress={() => animate.mutate()} isDisabled={gestures.length === 0 || animate.isPending}>
        {t("gallery.animateGo")}
      </Button>
    </Sheet>
  );
}
