import { Camera, FolderOpen } from "lucide-react";
import { useEffect } from "react";
import { DropZone, FileTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";

const TYPES = ["image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", "image/avif"];

/** Photos come in here: dropped, pasted, picked, or taken with the camera. */
export function DropArea({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) onFiles(files);
    };
    window.addEventListener("paste", onPaste);
    return () => window.removeEventListener("paste", onPaste);
  }, [onFiles]);
  const onSelect = (files: FileList | null) => onFiles([...(files ?? [])]);
  return (
    <DropZone
      aria-label={t("photos.drop")}
      onDrop={async (event) => {
        const dropped = event.items.filter((item) => item.kind === "file");
        onFiles(await Promise.all(dropped.map((item) => item.getFile())));
      }}
      className="grid justify-items-center gap-5 rounded-picture border-2 border-edge border-dashed bg-card px-4 py-10 text-center data-[drop-target]:border-verdigris"
    >
      <p className="hidden text-soft sm:block">{t("photos.dropWords")}</p>
      <div className="flex flex-wrap justify-center gap-3">
        <FileTrigger acceptedFileTypes={TYPES} allowsMultiple onSelect={onSelect}>
          <Button>
            <FolderOpen className="size-5" aria-hidden="true" />
            {t("photos.pick")}
          </Button>
        </FileTrigger>
        <FileTrigger acceptedFileTypes={["image/*"]} defaultCamera="user" onSelect={onSelect}>
          <Button kind="quiet">
            <Camera className="size-5" aria-hidden="true" />
            {t("photos.camera")}
          </Button>
        </FileTrigger>
      </div>
      <p className="max-w-prose text-sm text-soft">{t("photos.private")}</p>
    </DropZone>
  );
}
