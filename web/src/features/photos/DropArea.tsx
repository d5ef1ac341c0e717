import { Camera, FolderOpen } from "lucide-react";
import { useEffect } from "react";
import { DropZone } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { PickFiles } from "./PickFiles";

const TYPES = ["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", "image/avif"];

type DropAreaProps = {
  onFiles: (files: File[]) => void;
  /** There are photos already: the way to add more steps back. */
  small: boolean;
};

/** Photos come in here: dropped, pasted, picked, or taken with the camera. */
export function DropArea({ onFiles, small }: DropAreaProps) {
  const { t } = useTranslation();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) onFiles(files);
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, [onFiles]);
  return (
    <DropZone
      aria-label={t("photos.drop")}
      onDrop={async (event) => {
        const dropped = event.items.filter((item) => item.kind === "file");
        onFiles(await Promise.all(dropped.map((item) => item.getFile())));
      }}
      className={`grid justify-items-center gap-5 rounded-picture border-edge text-center data-[drop-target]:border-verdigris data-[drop-target]:border-2 ${small ? "py-2" : "border-2 border-dashed bg-card px-4 py-10 sm:py-16"}`}
    >
      {small ? null : <p className="hidden text-soft sm:block">{t("photos.dropWords")}</p>}
      <div className="flex flex-wrap justify-center gap-3">
        <PickFiles kind={small ? "quiet" : "main"} accept={TYPES} multiple onFiles={onFiles}>
          <FolderOpen className="size-5" aria-hidden="true" />
          {small ? t("photos.more") : t("photos.pick")}
        </PickFiles>
        <PickFiles kind="quiet" accept={["image/*"]} camera onFiles={onFiles}>
          <Camera className="size-5" aria-hidden="true" />
          {t("photos.camera")}
        </PickFiles>
      </div>
      {small ? null : <p className="max-w-prose text-sm text-soft">{t("photos.private")}</p>}
    </DropZone>
  );
}
