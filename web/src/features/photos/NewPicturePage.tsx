import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, data } from "@/api/client";
import { Button } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { DropArea } from "./DropArea";
import { FaceChoice } from "./FaceChoice";
import type { Photo } from "./photos";
import { type Upload, useUploads } from "./useUploads";

/** From a file to a person: photos arrive, a face is chosen, the person is measured. */
export function NewPicturePage() {
  const { t } = useTranslation();
  const { uploads, add } = useUploads();
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <h1>{t("photos.title")}</h1>
      <DropArea onFiles={add} />
      <ul className="grid gap-8" aria-live="polite">
        {uploads.map((upload) => (
          <li key={upload.key}>
            {upload.photo ? <PhotoCard photo={upload.photo} /> : <OnItsWay upload={upload} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function OnItsWay({ upload }: { upload: Upload }) {
  const { t } = useTranslation();
  if (upload.error) return <Trouble error={upload.error} onRetry={upload.retry} />;
  const percent = Math.round(upload.share * 100);
  return (
    <div className="grid gap-2 rounded-control border border-line bg-card p-4">
      <p className="truncate">{upload.name}</p>
      <progress
        value={percent}
        max={100}
        aria-label={upload.name}
        className="h-2 w-full accent-[var(--madder)]"
      />
      <p className="text-sm text-soft">
        {percent < 100 ? t("photos.sending", { percent }) : t("photos.looking")}
      </p>
    </div>
  );
}

function PhotoCard({ photo }: { photo: Photo }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(1);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const face = photo.faces.find((one) => one.number === chosen);
  const advice = face ? face.coach : photo.coach;
  const measure = useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/v1/characters", {
          body: { faces: [{ photo_id: photo.id, face_number: chosen }], name: "", pronouns: "" },
          params: { header: { "idempotency-key": `${photo.id}-${chosen}` } },
        }),
      ),
    onSuccess: (character) => {
      queries.setQueryData(["character", character.id], character);
      void queries.invalidateQueries({ queryKey: ["characters"] });
      void navigate(`/characters/${character.id}`);
    },
  });
  return (
    <article className="grid gap-4 sm:grid-cols-[3fr_2fr]">
      <FaceChoice photo={photo} chosen={chosen} onChoose={setChosen} />
      <div className="grid content-start gap-4">
        {photo.faces.length > 1 ? <p>{t("photos.whichFace")}</p> : null}
        {advice?.map((one) => (
          <p key={one.code} className="border-ochre border-s-4 ps-3">
            {t(`coach.${one.code}.message`, one.message)}{" "}
            <span className="text-soft">{t(`coach.${one.code}.advice`, one.advice)}</span>
          </p>
        ))}
        {face && face.verdict !== "unusable" ? (
          <>
            <Button onPress={() => measure.mutate()} isDisabled={measure.isPending}>
              {measure.isPending ? t("photos.measuring") : t("photos.draw")}
            </Button>
            <p className="text-sm text-soft">{t("photos.consent")}</p>
          </>
        ) : null}
        <Trouble error={measure.error} />
        <p className="text-sm text-soft">{t("photos.where")}</p>
      </div>
    </article>
  );
}
