import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Sheet } from "@/ui/Sheet";
import { Trouble } from "@/ui/Trouble";
import { showToast } from "@/ui/toasts";
import { type Album, albumsQuery, makeAlbum, putIntoAlbum } from "./albums";
import { withEach } from "./choosing";

type AlbumDialogProps = { ids: ReadonlySet<string>; onClose: () => void; onDone: () => void };

/** Which album pictures go into: one that is there, or a new one. */
export function AlbumDialog({ ids, onClose, onDone }: AlbumDialogProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const albums = useQuery(albumsQuery);
  const [title, setTitle] = useState("");
  const put = useMutation({
    mutationFn: async (album: Promise<Album> | Album) => {
      const { id, title: name } = await album;
      await withEach(ids, (artworkId) => putIntoAlbum(id, artworkId));
      return name;
    },
    onSuccess: (name) => {
      onClose();
      onDone();
      showToast({ words: t("gallery.collected", { count: ids.size, album: name }) });
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["albums"] }),
        queries.invalidateQueries({ queryKey: ["artworks"] }),
      ]),
  });
  return (
    <Sheet title={t("gallery.collectTitle")} onClose={onClose}>
      {albums.data?.length ? (
        <ul className="grid gap-2">
          {albums.data.map((album) => (
            <li key={album.id} className="grid">
              <Button kind="quiet" isDisabled={put.isPending} onPress={() => put.mutate(album)}>
                <span className="min-w-0 truncate">{album.title}</span>
                <span className="font-normal text-soft">{album.artworks}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim()) put.mutate(makeAlbum(title.trim()));
        }}
      >
        <Field
          label={t("gallery.newAlbum")}
          value={title}
          onChange={setTitle}
          maxLength={120}
          beside={
            <Button type="submit" isDisabled={!title.trim() || put.isPending}>
              <span className="whitespace-nowrap">{t("gallery.makeAlbum")}</span>
            </Button>
          }
        />
      </Form>
      <Trouble error={put.error ?? albums.error} />
    </Sheet>
  );
}
