import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Artwork } from "./artworks";

type WallProps = {
  artworks: Artwork[];
  /** Called when the end comes near. */
  onNearEnd: () => void;
  children: (artwork: Artwork, index: number) => ReactNode;
};

const SHAPE = 1.25;
const ROWS_AHEAD = 4;

/** Pictures in columns; only those near the window are in the page, however many there are. */
export function Wall({ artworks, onNearEnd, children }: WallProps) {
  const wall = useRef<HTMLUListElement>(null);
  const { columns, gap, cell, top } = useMeasures(wall);
  const virtual = useWindowVirtualizer({
    count: artworks.length,
    lanes: columns,
    gap,
    estimateSize: () => cell * SHAPE,
    getItemKey: (index) => artworks[index]?.id ?? index,
    overscan: columns * 2,
    scrollMargin: top,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other measures are other places for everything.
  useLayoutEffect(() => virtual.measure(), [columns, cell]);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const near = artworks.length > 0 && last >= artworks.length - 1 - columns * ROWS_AHEAD;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for each page that came.
  useEffect(() => {
    if (near) onNearEnd();
  }, [near, artworks.length]);
  return (
    <ul ref={wall} className="relative" style={{ height: virtual.getTotalSize() }}>
      {shown.map(({ index, key, lane, start }) => {
        const artwork = artworks[index];
        return artwork ? (
          <li
            key={key}
            aria-setsize={artworks.length}
            aria-posinset={index + 1}
            className="absolute"
            style={{ insetInlineStart: lane * (cell + gap), top: start - top, width: cell }}
          >
            {children(artwork, index)}
          </li>
        ) : null;
      })}
    </ul>
  );
}

function useMeasures(wall: React.RefObject<HTMLUListElement | null>) {
  const [{ width, top }, setMeasures] = useState({ width: 0, top: 0 });
  useLayoutEffect(() => {
    const list = wall.current;
    if (!list) return undefined;
    const measure = () =>
      setMeasures({
        width: list.clientWidth,
        top: Math.round(list.getBoundingClientRect().top + window.scrollY),
      });
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(list);
    watcher.observe(document.body);
    return () => watcher.disconnect();
  }, [wall]);
  const columns = width < 560 ? 2 : width < 900 ? 3 : 4;
  const gap = width < 560 ? 12 : 20;
  return { columns, gap, top, cell: (width - gap * (columns - 1)) / columns };
}
