import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { placed } from "./FaceFrame";
import { PhotoBox } from "./PhotoBox";
import type { Photo } from "./photos";

/** The photo with a frame around each face; tapping one chooses it. */
export function FaceChoice(props: { photo: Photo; chosen: number; onChoose: (number: number) => void }) {
  const { t } = useTranslation();
  const { photo } = props;
  return (
    <PhotoBox photo={photo}>
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
            style={{ insetInlineStart: "auto", ...placed(face, photo) }}
          />
        ))}
      </ToggleButtonGroup>
    </PhotoBox>
  );
}
