import { type CSSProperties, type KeyboardEvent, type PointerEvent, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { between, CORNERS, type Corner, type Frame, grownBy, movedBy, opposite } from "./frame";
import { PhotoBox } from "./PhotoBox";
import type { Photo } from "./photos";

type FaceFrameProps = { photo: Photo; frame: Frame; onChange: (frame: Frame) => void };
type Pull = { from: { x: number; y: number } } | { holding: { x: number; y: number } };

/** One press of an arrow key, as a share of the photo's longer side. */
const STEP = 0.01;
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const PLACES: Record<Corner, CSSProperties> = {
  nw: { left: 0, top: 0, cursor: "nwse-resize" },
  ne: { left: "100%", top: 0, cursor: "nesw-resize" },
  sw: { left: 0, top: "100%", cursor: "nesw-resize" },
  se: { left: "100%", top: "100%", cursor: "nwse-resize" },
};

/** A frame that is drawn around a face: by finger or mouse, or with the arrow keys. */
export function FaceFrame({ photo, frame, onChange }: FaceFrameProps) {
  const { t } = useTranslation();
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const pull = useRef<Pull | null>(null);

  const at = (event: PointerEvent) => {
    const seen = box.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return {
      x: ((event.clientX - seen.left) / seen.width) * photo.width_px,
      y: ((event.clientY - seen.top) / seen.height) * photo.height_px,
    };
  };
  const begin = (event: PointerEvent, next: Pull) => {
    event.stopPropagation();
    pull.current = next;
    box.current?.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const now = pull.current;
    if (!now) return;
    const point = at(event);
    if ("from" in now) onChange(between(now.from, point, photo));
    else
      onChange(movedBy(frame, point.x - now.holding.x - frame.x, point.y - now.holding.y - frame.y, photo));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = ARROWS[event.key];
    if (!way) return;
    event.preventDefault();
    const step = STEP * Math.max(photo.width_px, photo.height_px);
    onChange((event.shiftKey ? grownBy : movedBy)(frame, way[0] * step, way[1] * step, photo));
  };

  return (
    <PhotoBox photo={photo}>
      <div
        ref={box}
        className="absolute inset-0 cursor-crosshair touch-none"
        onPointerDown={(event) => begin(event, { from: at(event) })}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          pull.current = null;
        }}
        onPointerCancel={() => {
          pull.current = null;
        }}
      >
        <button
          type="button"
          aria-label={t("photos.frame")}
          aria-describedby={hint}
          className="absolute cursor-move rounded-control border-3 border-[#b63e2c] shadow-[0_0_0_2px_#fff,0_0_0_200vmax_#0007] focus-visible:outline-4 focus-visible:outline-offset-4 focus-visible:outline-white"
          style={placed(frame, photo)}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => {
            const point = at(event);
            begin(event, { holding: { x: point.x - frame.x, y: point.y - frame.y } });
            event.currentTarget.focus();
          }}
        >
          {CORNERS.map((corner) => (
            <span
              key={corner}
              className="absolute grid size-11 -translate-x-1/2 -translate-y-1/2 place-items-center"
              style={PLACES[corner]}
              onPointerDown={(event) => begin(event, { from: opposite(frame, corner) })}
            >
              <span className="size-4 rounded-full border-2 border-white bg-[#b63e2c]" />
            </span>
          ))}
        </button>
      </div>
      <span id={hint} className="sr-only">
        {t("photos.frameKeys")}
      </span>
    </PhotoBox>
  );
}

/** Where a frame lies on the photo, as shares of it; photos are not mirrored in scripts that run to the left. */
export function placed(frame: Frame, photo: Photo): CSSProperties {
  const share = (value: number, whole: number) => `${(100 * value) / whole}%`;
  return {
    left: share(frame.x, photo.width_px),
    top: share(frame.y, photo.height_px),
    width: share(frame.width, photo.width_px),
    height: share(frame.height, photo.height_px),
  };
}
