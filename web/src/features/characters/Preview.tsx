import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Character, previewQuery, type Tried } from "./characters";
import { useSeen } from "./useSeen";

type PreviewProps = {
  character: Pick<Character, "id" | "version">;
  attributes?: Tried;
  style?: string;
  template?: string | null;
  widthPx?: number;
  alt: string;
  /** How near a drawing without a place comes to the face. */
  near?: keyof typeof NEAR;
  /** Take the height of what is around it rather than a square of its own. */
  fill?: boolean;
};

const SMALL_PX = 320;

/* The engine's bust has its head in the middle, some 0.6 of the picture high. */
const NEAR = {
  bust: "",
  head: "scale-[1.4] origin-[50%_42%]",
  face: "scale-[2] origin-[50%_62%]",
};

/** The character as it would be drawn; what was shown before stays until the new drawing is there. */
export function Preview({
  character,
  attributes = {},
  style = "storybook",
  template = null,
  widthPx = SMALL_PX,
  alt,
  near = "bust",
  fill = false,
}: PreviewProps) {
  const { t } = useTranslation();
  const look = { style, template, width_px: widthPx };
  const queries = useQueryClient();
  const [place, seen] = useSeen<HTMLDivElement>();
  const small = previewQuery(character, attributes, { ...look, width_px: SMALL_PX }).queryKey;
  const preview = useQuery({
    ...previewQuery(character, attributes, look),
    enabled: seen,
    // What was chosen from small pictures is shown at once, and sharp a moment later.
    placeholderData: (before) => queries.getQueryData(small) ?? before,
  });
  const shape = fill ? "h-full sm:aspect-square sm:h-auto" : template ? "aspect-[4/5]" : "aspect-square";
  if (preview.isError) {
    return (
      <div className={`${shape} grid place-items-center rounded-picture bg-line p-2 text-center text-sm`}>
        {t("characters.noPreview")}
      </div>
    );
  }
  return (
    <div ref={place} className={`${shape} overflow-hidden rounded-picture bg-line`}>
      {preview.data ? (
        <img
          src={preview.data}
          alt={alt}
          className={`block size-full object-cover ${NEAR[near]}`}
          width={widthPx}
          height={template ? widthPx * 1.25 : widthPx}
        />
      ) : (
        <div className={`size-full bg-line ${seen ? "animate-pulse" : ""}`} aria-hidden="true" />
      )}
    </div>
  );
}
