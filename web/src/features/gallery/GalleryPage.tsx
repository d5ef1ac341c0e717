import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { charactersQuery } from "@/features/characters/characters";
import { stylesQuery } from "@/features/create/catalog";
import { Empty } from "@/ui/Empty";
import { Select } from "@/ui/Select";
import { Trouble } from "@/ui/Trouble";
import { artworksQuery, type Filter } from "./artworks";
import { Thumb } from "./Thumb";

/** Every picture, newest first; further ones come as the end comes near. */
export function GalleryPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const artworks = useInfiniteQuery(artworksQuery(filter));
  const shown = artworks.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(filter).length > 0;
  return (
    <div className="grid gap-6">
      <h1>{t("gallery.title")}</h1>
      {shown.length > 1 || filtered ? <Filters search={search} onChange={setSearch} /> : null}
      <Trouble error={artworks.error} onRetry={() => void artworks.refetch()} />
      {artworks.isSuccess && shown.length === 0 ? (
        filtered ? (
          <p>{t("gallery.nothing")}</p>
        ) : (
          <Empty words={t("gallery.empty")} />
        )
      ) : null}
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-5 lg:grid-cols-4">
        {shown.map((artwork) => (
          <li key={artwork.id} style={{ contentVisibility: "auto", containIntrinsicSize: "260px 325px" }}>
            <Thumb artwork={artwork} />
          </li>
        ))}
      </ul>
      {artworks.hasNextPage ? <More key={shown.length} onSeen={() => void artworks.fetchNextPage()} /> : null}
    </div>
  );
}

function filterOf(search: URLSearchParams): Filter {
  const style = search.get("style");
  const character = search.get("character");
  return {
    ...(style ? { style } : {}),
    ...(character ? { character_id: character } : {}),
    ...(search.has("favourites") ? { favourite: true } : {}),
  };
}

function Filters({
  search,
  onChange,
}: {
  search: URLSearchParams;
  onChange: (next: URLSearchParams) => void;
}) {
  const { t } = useTranslation();
  const styles = useQuery(stylesQuery);
  const characters = useQuery(charactersQuery);
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    onChange(next);
  };
  return (
    <div className="grid grid-cols-2 items-center gap-3 sm:flex">
      <Select
        label={t("gallery.style")}
        quiet
        value={search.get("style") ?? ""}
        onChange={(value) => set("style", value)}
        options={[
          ["", t("gallery.allStyles")],
          ...(styles.data ?? []).map((one): [string, string] => [
            one.name,
            t(`style.${one.name}`, one.title),
          ]),
        ]}
      />
      <Select
        label={t("gallery.character")}
        quiet
        value={search.get("character") ?? ""}
        onChange={(value) => set("character", value)}
        options={[
          ["", t("gallery.allPeople")],
          ...(characters.data?.items ?? []).map((one): [string, string] => [
            one.id,
            one.name || t("characters.someone"),
          ]),
        ]}
      />
      <label className="flex min-h-11 cursor-pointer items-center gap-2">
        <input
          type="checkbox"
          checked={search.has("favourites")}
          onChange={(event) => set("favourites", event.target.checked ? "1" : "")}
          className="size-5 accent-[var(--madder)]"
        />
        {t("gallery.favourites")}
      </label>
    </div>
  );
}

function More({ onSeen }: { onSeen: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && onSeen(), {
      rootMargin: "800px",
    });
    if (end.current) watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [onSeen]);
  return <div ref={end} className="h-4" />;
}
