import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Character } from "@/features/characters/characters";
import { Preview } from "@/features/characters/Preview";
import { PhotoCrop } from "@/features/photos/PhotoCrop";
import { stylesQuery, templatesQuery } from "./catalog";

/** The styles as pictures of this character; a portrait, which is painted from the photo, as the photo. */
export function useStyleChoices(character: Character | undefined) {
  const { t } = useTranslation();
  const styles = useQuery(stylesQuery);
  const photoId = character?.photo_ids[0];
  const choices = (styles.data ?? [])
    .filter((one) => one.family === "character" || photoId)
    .map((one) => ({
      value: one.name,
      label: t(`style.${one.name}`, one.title),
      isPortrait: one.family === "portrait",
      picture:
        one.family === "portrait" && photoId ? (
          <span className="block aspect-square overflow-hidden rounded-picture">
            <PhotoCrop photoId={photoId} alt="" />
          </span>
        ) : character ? (
          <Preview character={character} style={one.name} near="head" alt="" />
        ) : null,
    }));
  return { choices, error: styles.error };
}

/** The places as pictures of this character in them. */
export function usePlaceChoices(character: Character | undefined, style: string) {
  const { t } = useTranslation();
  const templates = useQuery(templatesQuery);
  const choices = (templates.data ?? []).map((one) => ({
    value: one.name,
    label: t(`template.${one.name}`, one.title),
    picture: character ? (
      <Preview character={character} style={style} template={one.name} widthPx={240} alt="" />
    ) : null,
  }));
  return { choices, error: templates.error };
}
