import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Sheet } from "@/ui/Sheet";
import { Trouble } from "@/ui/Trouble";
import { type Album, albumsQuery, deleteAlbum, renameAlbum } from "./albums";

/** An album's title, which can be changed here, as the album can be taken away. */
export function AlbumHead({ albumId, onGone }: { albumId: string; onGone: () => void }) {
  const { t } = useTranslation();
  const albums = useQuery(albumsQuery);
  const [changing, setChanging] = useState(false);
  const album = albums.data?.find((one) => one.id === albumId);
  if (!album) return <h1>{albums.isSuccess ? t("gallery.noAlbum") : t("gallery.album")}</h1>;
  return (
    <div className="flex min-w-0 items-center gap-2">
      <h1 className="min-w-0 break-words">{album.title}</h1>
      <Button kind="icon" aria-label={t("gallery.changeAlbum")} onPress={() => setChanging(true)}>
        <Pencil className="size-5" aria-hidden="true" />
      </Button>
      {changing ? <Changing album={album} onClose={() => setChanging(false)} onGone={onGone} /> : null}
    </div>
  );
}

function Changing({ album, onClose, onGone }: { album: Album; onClose: () => void; onGone: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [title, setTitle] = useState(album.title);
  const fresh = () => queries.invalidateQueries({ queryKey: ["albums"] });
  const rename = useMutation({
    mutationFn: () => renameAlbum(album.id, title.trim()),
    onSuccess: onClose,
    onSettled: fresh,
  });
  const remove = useMutation({
    mutationFn: () => deleteAlbum(album.id),
    onSuccess: () => {
      onClose();
      onGone();
    },
    onSettled: fresh,
  });
  return (
    <Sheet title={t("gallery.changeAlbum")} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim()) rename.mutate();
        }}
      >
        <Field
          label={t("gallery.albumTitle")}
          value={title}
          onChange={setTitle}
          maxLength={120}
          beside={
            <Button type="submit" isDisabled={!title.trim() || rename.isPending}>
              {t("keep")}
            </Button>
          }
        />
      </Form>
      <Button kind="quiet" onPress={() => remove.mutate()} isDisabled={remove.isPending}>
        {t("gallery.deleteAlbum")}
      </Button>
      <p className="text-sm text-soft">{t("gallery.deleteAlbumWords")}</p>
      <Trouble error={rename.error ?? remove.error} />
    </Sheet>
  );
}
