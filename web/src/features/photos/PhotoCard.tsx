import { useMutation } from "@tanstack/react-query";
import { ScanFace } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ActionBar } from "@/ui/ActionBar";
import { Button } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { DeletePhoto } from "./DeletePhoto";
import { FaceChoice } from "./FaceChoice";
import { useMeasure } from "./measure";
import { PlaceFace } from "./PlaceFace";
import type { Photo } from "./photos";
import { Whereabouts } from "./Whereabouts";

type PhotoCardProps = {
  photo: Photo;
  chosen: number;
  onChoose: (face: number) => void;
  /** A face was added to the photo. */
  onPhoto: (photo: Photo) => void;
  onDeleted: () => void;
  /** Among several photos the one action is to draw everybody. */
  single: boolean;
};

/** A photo with its faces, what would make it better, and the way on. */
export function PhotoCard({ photo, chosen, onChoose, onPhoto, onDeleted, single }: PhotoCardProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const measureFace = useMeasure();
  const [placing, setPlacing] = useState(false);
  const face = photo.faces.find((one) => one.number === chosen);
  const advice = face ? face.coach : photo.coach;
  const measure = useMutation({
    mutationFn: () => measureFace(photo.id, chosen),
    onSuccess: (character) => navigate(`/characters/${character.id}`),
  });
  if (placing)
    return (
      <PlaceFace
        photo={photo}
        onPlaced={(found) => {
          onPhoto(found);
          onChoose(found.faces.length);
          setPlacing(false);
        }}
        onLeave={() => setPlacing(false)}
      />
    );
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
        <div className="-mx-3 flex flex-wrap">
          <Button kind={photo.faces.length > 0 ? "bare" : "quiet"} onPress={() => setPlacing(true)}>
            <ScanFace className="size-5" aria-hidden="true" />
            {t(photo.faces.length > 0 ? "photos.otherFace" : "photos.placeFace")}
          </Button>
          <DeletePhoto photo={photo} onDeleted={onDeleted} />
        </div>
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
