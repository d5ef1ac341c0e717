import { useMutation, useQueryClient } from "@tanstack/react-query";
import { BookImage, BookX, Download, Heart, type LucideProps, Trash2 } from "lucide-react";
import { type ComponentType, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { saveFile } from "@/api/saveFile";
import { Button } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { showToast } from "@/ui/toasts";
import { AlbumDialog } from "./AlbumDialog";
import { takeFromAlbum } from "./albums";
import { withEach } from "./choosing";

type ChosenBarProps = {
  ids: ReadonlySet<string>;
  album: string | null;
  onAll: () => void;
  onDone: () => void;
};

/** What can be done with the pictures that are chosen. */
export function ChosenBar({ ids, album, onAll, onDone }: ChosenBarProps) {
  const { t } = useTranslation();
  const [collecting, setCollecting] = useState(false);
  const { favour, remove, takeOut, download } = useManyChanges(ids, album, onDone);
  const busy = [favour, remove, takeOut, download].some((one) => one.isPending);
  const press = { isDisabled: busy || ids.size === 0 };
  return (
    <section
      aria-label={t("gallery.chosenLabel")}
      className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 -mx-4 grid gap-2 border-line border-t bg-paper px-4 py-3 sm:bottom-0 sm:mx-0 sm:rounded-t-control sm:border"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <p role="status" className="font-semibold">
          {t("gallery.chosen", { count: ids.size })}
        </p>
        <span className="flex">
          <Button kind="bare" onPress={onAll}>
            {t("gallery.chooseAll")}
          </Button>
          <Button kind="bare" onPress={onDone}>
            {t("gallery.chooseDone")}
          </Button>
        </span>
      </div>
      <Trouble error={favour.error ?? remove.error ?? takeOut.error ?? download.error} />
      <div className="grid grid-cols-4 gap-2">
        <Act {...press} icon={Download} label={t("gallery.downloadMany")} onPress={() => download.mutate()} />
        <Act {...press} icon={Heart} label={t("gallery.favour")} onPress={() => favour.mutate()} />
        {album ? (
          <Act {...press} icon={BookX} label={t("gallery.takeOut")} onPress={() => takeOut.mutate()} />
        ) : (
          <Act {...press} icon={BookImage} label={t("gallery.collect")} onPress={() => setCollecting(true)} />
        )}
        <Act {...press} icon={Trash2} label={t("gallery.delete")} onPress={() => remove.mutate()} />
      </div>
      {collecting ? <AlbumDialog ids={ids} onClose={() => setCollecting(false)} onDone={onDone} /> : null}
    </section>
  );
}

function useManyChanges(ids: ReadonlySet<string>, album: string | null, onDone: () => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const fresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ["artworks"] }),
      queries.invalidateQueries({ queryKey: ["albums"] }),
    ]);
  const artwork = (id: string) => ({ params: { path: { artwork_id: id } } });
  const favour = useMutation({
    mutationFn: () =>
      withEach(ids, (id) =>
        api.PATCH("/api/v1/artworks/{artwork_id}", { ...artwork(id), body: { favourite: true } }),
      ),
    onSuccess: onDone,
    onSettled: fresh,
  });
  const bringBack = () =>
    withEach(ids, (id) => api.POST("/api/v1/artworks/{artwork_id}/restore", artwork(id))).finally(fresh);
  const remove = useMutation({
    mutationFn: () => withEach(ids, (id) => api.DELETE("/api/v1/artworks/{artwork_id}", artwork(id))),
    onSuccess: () => {
      onDone();
      showToast({
        words: t("gallery.deletedMany", { count: ids.size }),
        action: t("undo"),
        onAction: () => void bringBack().catch(fresh),
      });
    },
    onSettled: fresh,
  });
  const takeOut = useMutation({
    mutationFn: () => withEach(ids, (id) => takeFromAlbum(album ?? "", id)),
    onSuccess: onDone,
    onSettled: fresh,
  });
  const download = useMutation({
    mutationFn: () => saveFile("/api/v1/artworks/zip", "limner.zip", { ids: [...ids], size: "print" }),
    onSuccess: onDone,
  });
  return { favour, remove, takeOut, download };
}

type ActProps = {
  icon: ComponentType<LucideProps>;
  label: string;
  onPress: () => void;
  isDisabled: boolean;
};

function Act({ icon: Icon, label, ...press }: ActProps) {
  return (
    <AriaButton
      {...press}
      className="grid min-h-14 cursor-pointer content-center justify-items-center gap-1 rounded-control border border-edge bg-card p-1 text-center text-sm leading-tight hover:border-ink disabled:cursor-default disabled:opacity-50"
    >
      <Icon className="size-5" aria-hidden="true" />
      {label}
    </AriaButton>
  );
}
