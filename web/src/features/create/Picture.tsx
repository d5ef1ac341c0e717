import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { PhotoCrop } from "@/features/photos/PhotoCrop";
import { Trouble } from "@/ui/Trouble";
import { type Scene, useSceneLayers, useScenePreview } from "./scene";

const Stage = lazy(async () => ({ default: (await import("./stage/Stage")).Stage }));

/** The picture as it is now. On a phone it stays in sight, and is larger while somebody is moved. */
export function Picture({ scene, isMoving }: { scene: Scene; isMoving: boolean }) {
  return (
    <div className="sticky top-0 z-10 -mx-4 -mt-4 bg-paper px-4 pt-3 pb-2 sm:top-6 sm:z-auto sm:m-0 sm:self-start sm:p-0">
      <div
        className={`relative mx-auto aspect-[4/5] sm:h-auto sm:w-full sm:max-w-[calc((100dvh-8rem)*0.8)] ${isMoving ? "h-[46dvh]" : "h-[34dvh]"}`}
      >
        <Shown scene={scene} isMoving={isMoving} />
      </div>
    </div>
  );
}

function Shown({ scene, isMoving }: { scene: Scene; isMoving: boolean }) {
  const { t } = useTranslation();
  const preview = useScenePreview(scene);
  const layers = useSceneLayers(scene, isMoving);
  if (scene.isPortrait)
    return (
      <div className="size-full overflow-hidden rounded-picture">
        <PhotoCrop photoId={scene.characters[0]?.photo_ids[0] ?? ""} alt={t("photos.yours")} />
      </div>
    );
  const error = preview.error ?? (isMoving ? layers.error : null);
  if (error) return <Trouble error={error} onRetry={() => void preview.refetch()} />;
  const { composition, settled } = scene.composing;
  const isTrue = composition === settled && !preview.isPlaceholderData;
  const still = <Still address={preview.data} isTrue={isTrue} />;
  if (!isMoving || !layers.data || layers.data.people.length !== scene.characters.length) return still;
  return (
    <Suspense fallback={still}>
      <Stage scene={scene} layers={layers.data} preview={isTrue ? (preview.data ?? null) : null} />
    </Suspense>
  );
}

function Still({ address, isTrue }: { address: string | undefined; isTrue: boolean }) {
  const { t } = useTranslation();
  if (!address) return <div className="size-full animate-pulse rounded-picture bg-line" aria-hidden="true" />;
  return (
    <img
      src={address}
      alt={t("create.preview")}
      aria-busy={!isTrue}
      className="block size-full rounded-picture object-cover"
    />
  );
}
