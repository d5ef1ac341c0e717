import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ActionBar } from "@/ui/ActionBar";
import { Button } from "@/ui/Button";
import { Progress } from "@/ui/Progress";
import { Trouble } from "@/ui/Trouble";
import { DropArea } from "./DropArea";
import { EarlierPhotos } from "./EarlierPhotos";
import { useMeasure } from "./measure";
import { PhotoCard } from "./PhotoCard";
import { type Upload, useUploads } from "./useUploads";

/** From a file to a person: photos arrive, a face is chosen, the person is measured. */
export function NewPicturePage() {
  const { t } = useTranslation();
  const { uploads, add, take, change, leaveOut } = useUploads();
  const [faces, setFaces] = useState<Record<string, number>>({});
  const usable = uploads.flatMap(({ photo }) => {
    const number = photo ? (faces[photo.id] ?? 1) : 1;
    const face = photo?.faces.find((one) => one.number === number);
    return photo && face && face.verdict !== "unusable" ? [{ photoId: photo.id, face: number }] : [];
  });
  const several = uploads.length > 1;
  return (
    <div className="mx-auto grid max-w-4xl gap-6">
      <h1>{t("photos.title")}</h1>
      {uploads.length === 0 ? <DropArea onFiles={add} small={false} /> : null}
      <ul className="grid gap-8" aria-live="polite">
        {uploads.map((upload) => (
          <li key={upload.key}>
            {upload.photo ? (
              <PhotoCard
                photo={upload.photo}
                chosen={faces[upload.photo.id] ?? 1}
                onChoose={(face) => setFaces({ ...faces, [upload.photo?.id ?? ""]: face })}
                onPhoto={change}
                onDeleted={() => leaveOut(upload.key)}
                single={!several}
              />
            ) : (
              <OnItsWay upload={upload} onLeaveOut={() => leaveOut(upload.key)} />
            )}
          </li>
        ))}
      </ul>
      {uploads.length > 0 ? <DropArea onFiles={add} small /> : null}
      <EarlierPhotos without={uploads.flatMap(({ photo }) => photo?.id ?? [])} onChoose={take} />
      {several && usable.length > 1 ? <Everybody faces={usable} /> : null}
    </div>
  );
}

function OnItsWay({ upload, onLeaveOut }: { upload: Upload; onLeaveOut: () => void }) {
  const { t } = useTranslation();
  if (upload.error)
    return (
      <div className="grid justify-items-start gap-2">
        <p className="max-w-full truncate font-semibold">{upload.name}</p>
        <Trouble error={upload.error} onRetry={upload.retry} />
        <Button kind="bare" onPress={onLeaveOut}>
          {t("photos.leaveOut")}
        </Button>
      </div>
    );
  return (
    <div className="grid gap-2 rounded-control border border-line bg-card p-4">
      <p className="truncate">{upload.name}</p>
      <Progress share={upload.share} label={upload.name} />
      <p className="text-sm text-soft">
        {upload.share < 1
          ? t("photos.sending", { percent: Math.round(upload.share * 100) })
          : t("photos.looking")}
        {upload.again > 0 && upload.share < 1 ? ` ${t("photos.again")}` : null}
      </p>
    </div>
  );
}

/** Measure the chosen face of every photo, one after the other, then choose pictures for all of them. */
function Everybody({ faces }: { faces: { photoId: string; face: number }[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const measureFace = useMeasure();
  const measure = useMutation({
    mutationFn: async () => {
      const people: string[] = [];
      for (const { photoId, face } of faces) people.push((await measureFace(photoId, face)).id);
      return people;
    },
    onSuccess: (people) => navigate(`/batch?${people.map((id) => `person=${id}`).join("&")}`),
  });
  return (
    <ActionBar>
      <Trouble error={measure.error} />
      <Button onPress={() => measure.mutate()} isDisabled={measure.isPending}>
        {measure.isPending ? t("photos.measuring") : t("photos.drawAll", { count: faces.length })}
      </Button>
    </ActionBar>
  );
}
