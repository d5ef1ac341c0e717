import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { charactersQuery } from "@/features/characters/characters";
import { stylesQuery } from "@/features/create/catalog";
import { Select } from "@/ui/Select";
import { albumsQuery } from "./albums";
import type { Filter } from "./artworks";

const TIMES = ["week", "month", "year", "before"] as const;
const DAY_MS = 86_400_000;

/** What the address says is to be shown. */
export function filterOf(search: URLSearchParams, now = new Date()): Filter {
  const style = search.get("style");
  const character = search.get("character");
  return {
    ...(style ? { style } : {}),
    ...(character ? { character_id: character } : {}),
    ...(search.has("favourites") ? { favourite: true } : {}),
    ...timeOf(search.get("time"), now),
  };
}

function timeOf(time: string | null, now: Date): Filter {
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const newYear = new Date(now.getFullYear(), 0, 1).toISOString();
  switch (time) {
    case "week":
      return { since: new Date(today.getTime() - 6 * DAY_MS).toISOString() };
    case "month":
      return { since: new Date(today.getTime() - 29 * DAY_MS).toISOString() };
    case "year":
      return { since: newYear };
    case "before":
      return { until: newYear };
    default:
      return {};
  }
}

type FiltersProps = { search: URLSearchParams; onChange: (next: URLSearchParams) => void };

/** Which pictures are wanted: an album, or a style, a person, a time, favourites. */
export function Filters({ search, onChange }: FiltersProps) {
  const { t } = useTranslation();
  const styles = useQuery(stylesQuery);
  const characters = useQuery(charactersQuery);
  const albums = useQuery(albumsQuery);
  const set = (name: string, value: string) => {
    // An album is shown whole.
    const next = new URLSearchParams(name === "album" ? "" : search);
    if (value) next.set(name, value);
    else next.delete(name);
    onChange(next);
  };
  const select = (name: string, label: string, options: [string, string][]) => (
    <Select
      label={label}
      quiet
      value={search.get(name) ?? ""}
      onChange={(value) => set(name, value)}
      options={options}
    />
  );
  return (
    <div className="-mx-4 flex items-center gap-3 overflow-x-auto px-4 py-1 *:shrink-0 sm:mx-0 sm:flex-wrap sm:px-0">
      {albums.data?.length
        ? select("album", t("gallery.album"), [
            ["", t("gallery.allPictures")],
            ...albums.data.map((one): [string, string] => [one.id, one.title]),
          ])
        : null}
      {search.has("album") ? null : (
        <>
          {select("style", t("gallery.style"), [
            ["", t("gallery.allStyles")],
            ...(styles.data ?? []).map((one): [string, string] => [
              one.name,
              t(`style.${one.name}`, one.title),
            ]),
          ])}
          {select("character", t("gallery.character"), [
            ["", t("gallery.allPeople")],
            ...(characters.data?.items ?? []).map((one): [string, string] => [
              one.id,
              one.name || t("characters.someone"),
            ]),
          ])}
          {select("time", t("gallery.time"), [
            ["", t("gallery.anyTime")],
            ...TIMES.map((time): [string, string] => [time, t(`gallery.times.${time}`)]),
          ])}
          <label className="flex min-h-11 cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              checked={search.has("favourites")}
              onChange={(event) => set("favourites", event.target.checked ? "1" : "")}
              className="size-5 accent-[var(--madder)]"
            />
            {t("gallery.favourites")}
          </label>
        </>
      )}
    </div>
  );
}
