import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Character, previewQuery, type Tried } from "./characters";

type PreviewProps = {
  character: Pick<Character, "id" | "version">;
  attributes?: Tried;
  style?: string;
  template?: string | null;
  widthPx?: number;
  alt: string;
};

/** The character as it would be drawn; what was shown before stays until the new drawing is there. */
export function Preview({
  character,
  attributes = {},
  style = "storybook",
  template = null,
  widthPx = 320,
  alt,
}: PreviewProps) {
  const { t } = useTranslation();
  const look = { style, template, width_px: widthPx };
  const preview = useQuery({
    ...previewQuery(character, attributes, look),
    placeholderData: keepPreviousData,
  });
  const shape = template ? "aspect-[4/5]" : "aspect-square";
  if (preview.isError) {
    return (
      <div className={`${shape} grid place-items-center rounded-picture bg-line p-2 text-center text-sm`}>
        {t("characters.noPreview")}
      </div>
    );
  }
  return preview.data ? (
    <img
      src={preview.data}
      alt={alt}
      className={`${shape} block w-full rounded-picture object-cover`}
      width={widthPx}
      height={template ? widthPx * 1.25 : widthPx}
    />
  ) : (
    <div className={`${shape} animate-pulse rounded-picture bg-line`} aria-hidden="true" />
  );
}
