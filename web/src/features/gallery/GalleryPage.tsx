import { useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Button } from "@/ui/Button";
import { Empty } from "@/ui/Empty";
import { Trouble } from "@/ui/Trouble";
import { AlbumHead } from "./AlbumHead";
import { artworksQuery } from "./artworks";
import { ChosenBar } from "./ChosenBar";
import { type Chosen, choose, NOTHING } from "./choosing";
import { Filters, filterOf } from "./Filters";
import { ChoosableThumb, Thumb } from "./Thumb";
import { Wall } from "./Wall";

/** Every picture, newest first; further ones come as the end comes near. */
export function GalleryPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const album = search.get("album");
  const artworks = useInfiniteQuery(artworksQuery(filterOf(search), album));
  const shown = artworks.data?.pages.flatMap((page) => page.items) ?? [];
  const ids = shown.map((one) => one.id);
  const filtered = search.size > 0;
  const done = useCallback(() => setChosen(null), []);
  useEscape(chosen ? done : null);
  return (
    <div className="grid gap-6">
      <div className="flex min-h-12 items-center justify-between gap-3">
        {album ? <AlbumHead albumId={album} onGone={() => setSearch({})} /> : <h1>{t("gallery.title")}</h1>}
        {shown.length > 0 && !chosen ? (
          <Button kind="quiet" onPress={() => setChosen(NOTHING)}>
            {t("gallery.choose")}
          </Button>
        ) : null}
      </div>
      {shown.length > 1 || filtered ? <Filters search={search} onChange={setSearch} /> : null}
      <Trouble error={artworks.error} onRetry={() => void artworks.refetch()} />
      {artworks.isSuccess && shown.length === 0 ? (
        filtered ? (
          <p>{album ? t("gallery.emptyAlbum") : t("gallery.nothing")}</p>
        ) : (
          <Empty words={t("gallery.empty")} />
        )
      ) : null}
      <Wall artworks={shown} onNearEnd={() => artworks.hasNextPage && void artworks.fetchNextPage()}>
        {(artwork, index) =>
          chosen ? (
            <ChoosableThumb
              artwork={artwork}
              chosen={chosen.ids.has(artwork.id)}
              onChoose={(toHere) => setChosen(choose(chosen, ids, index, toHere))}
            />
          ) : (
            <Thumb artwork={artwork} />
          )
        }
      </Wall>
      {chosen ? (
        <ChosenBar
          ids={chosen.ids}
          album={album}
          onAll={() => setChosen({ ids: new Set(ids), last: null })}
          onDone={done}
        />
      ) : null}
    </div>
  );
}

function useEscape(onEscape: (() => void) | null) {
  useEffect(() => {
    if (!onEscape) return undefined;
    // A dialog that is open takes the key for itself.
    const pressed = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !document.querySelector("[role=dialog]")) onEscape();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [onEscape]);
}
