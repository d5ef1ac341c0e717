import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Photo } from "./photos";

/** The whole photo is seen, with the action still in sight below it. */
const HEIGHT_DVH = 58;

/** The photo with a frame around each face; tapping one chooses it. */
export function FaceChoice(props: { photo: Photo; chosen: number; onChoose: (number: number) => void }) {
  const { t } = useTranslation();
  const { photo } = props;
  const share = (value: number, whole: number) => `${(100 * value) / whole}%`;
  return (
    <div
      className="relative mx-auto overflow-hidden rounded-picture"
      style={{ width: `min(100%, ${(HEIGHT_DVH * photo.width_px) / photo.height_px}dvh)` }}
    >
      <img
        src={photo.thumb_url}
        alt={t("photos.yours")}
        className="block w-full"
        width={photo.width_px}
        height={photo.height_px}
      />
      <ToggleButtonGroup
        aria-label={t("photos.whichFace")}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[props.chosen]}
        onSelectionChange={(keys) => {
          for (const key of keys) props.onChoose(Number(key));
        }}
      >
        {photo.faces.map((face) => (
          <ToggleButton
            key={face.number}
            id={face.number}
            aria-label={t("photos.face", { number: face.number })}
            className="absolute cursor-pointer rounded-control border-3 border-white/80 shadow-[0_0_0_1.5px_#231f1a] data-[selected]:border-[#b63e2c] data-[selected]:shadow-[0_0_0_2px_#fff]"
            style={{
              insetInlineStart: "auto",
              left: share(face.x, photo.width_px),
              top: share(face.y, photo.height_px),
              width: share(face.width, photo.width_px),
              height: share(face.height, photo.height_px),
            }}
          />
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
