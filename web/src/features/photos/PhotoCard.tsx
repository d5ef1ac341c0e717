import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ActionBar } from "@/ui/ActionBar";
import { Button } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { FaceChoice } from "./FaceChoice";
import { useMeasure } from "./measure";
import type { Photo } from "./photos";
import { Whereabouts } from "./Whereabouts";

type PhotoCardProps = {
  photo: Photo;
  chosen: number;
  onChoose: (face: number) => void;
  /** Among several photos the one action is to draw everybody. */
  single: boolean;
};

/** A photo with its faces, what would make it better, and the way on. */
export function PhotoCard({ photo, chosen, onChoose, single }: PhotoCardProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const measureFace = useMeasure();
  const face = photo.faces.find((one) => one.number === chosen);
  const advice = face ? face.coach : photo.coach;
  const measure = useMutation({
    mutationFn: () => measureFace(photo.id, chosen),
    onSuccess: (character) => navigate(`/characters/${character.id}`),
  });
  return (
    <article className="grid gap-4 sm:grid-cols-[3fr_2fr] sm:gap-8">
      <FaceChoice photo={photo} chosen={chosen} onChoose={onChoose} />
      <div className="grid content-start gap-4">
        {photo.faces.length > 1 ? <p>{t("photos.whichFace")}</p> : null}
        {advice?.map((one) => (
          <p key={one.code} className="border-ochre border-s-4 ps-3">
            {t(`coach.${one.code}.message`, one.message)}{" "}
            <span className="text-soft">{t(`coach.${one.code}.advice`, one.advice)}</span>
          </p>
        ))}
        <Whereabouts photo={photo} />
        <Trouble error={measure.error} />
        {face && face.verdict !== "unusable" ? (
          <Way single={single}>
            <Button
              kind={single ? "main" : "quiet"}
              onPress={() => measure.mutate()}
              isDisabled={measure.isPending}
            >
              {measure.isPending ? t("photos.measuring") : t("photos.draw")}
            </Button>
            <p className="text-center text-sm text-soft">{t("photos.consent")}</p>
          </Way>
        ) : null}
      </div>
    </article>
  );
}

function Way({ single, children }: { single: boolean; children: React.ReactNode }) {
  return single ? <ActionBar>{children}</ActionBar> : <div className="grid gap-1.5">{children}</div>;
}
