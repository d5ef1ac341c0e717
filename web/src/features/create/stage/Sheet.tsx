import { Circle, Group, Image, Layer, Line, Path, Stage } from "react-konva";
import { handlesOf } from "../handles";
import type { Movable } from "../mover";
import { type Layer as Box, cornersOf, middleOf, type Placing, type Point } from "../placing";
import type { SceneLayers } from "../scenes";
import type { Guides } from "../snap";
import { fromBackToFront } from "./touched";
import { HANDLE_PX } from "./useGestures";
import type { Parts } from "./useParts";

/* These lie on pictures, which have no night: paper, ink and madder as by day. */
const PAPER = "#fffdf9";
const INK = "#231f1a";
const MADDER = "#b63e2c";
/* Icons of lucide, 24 units wide: rotate-cw and move-diagonal-2. */
const ICONS = {
  turn: "M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8M21 3v5h-5",
  grow: "M19 13v6h-6M5 11V5h6M5 5l14 14",
};

type SheetProps = {
  layers: SceneLayers;
  parts: Parts;
  movables: readonly Movable[];
  selected: number;
  guides: Guides;
  /** The picture as it will be drawn, once the hand rests. */
  preview: HTMLImageElement | null;
  /** CSS pixels to a page unit. */
  unit: number;
};

/** The page on a canvas: its parts where they are now or its true preview, and what hands take hold of. */
export function Sheet({ layers, parts, movables, selected, guides, preview, unit }: SheetProps) {
  const { width, height } = layers;
  const chosen = movables[selected];
  return (
    <Stage width={width * unit} height={height * unit} scaleX={unit} scaleY={unit} listening={false}>
      <Layer>
        {preview ? (
          <Image image={preview} width={width} height={height} />
        ) : (
          <>
            <Image image={parts.background} width={width} height={height} />
            {fromBackToFront(movables).map((index) => {
              const movable = movables[index];
              const person = parts.people[index];
              if (!movable || !person) return null;
              return <Figure key={index} {...movable} image={person.image} />;
            })}
            <Image image={parts.foreground} width={width} height={height} />
            {parts.caption ? <Image image={parts.caption} width={width} height={height} /> : null}
          </>
        )}
      </Layer>
      <Layer>
        <GuideLine points={guides.x === null ? null : [guides.x, 0, guides.x, height]} unit={unit} />
        <GuideLine points={guides.y === null ? null : [0, guides.y, width, guides.y]} unit={unit} />
        {chosen ? <Hold {...chosen} page={layers} unit={unit} /> : null}
      </Layer>
    </Stage>
  );
}

function Figure({ layer, placing, image }: Movable & { image: HTMLImageElement }) {
  const { x, y } = middleOf(layer, placing);
  return (
    <Group
      x={x}
      y={y}
      offsetX={layer.middle_x}
      offsetY={layer.middle_y}
      scaleX={placing.flip ? -placing.scale : placing.scale}
      scaleY={placing.scale}
      rotation={placing.turn_deg}
    >
      <Image image={image} x={layer.x} y={layer.y} width={layer.width} height={layer.height} />
    </Group>
  );
}

function GuideLine({ points, unit }: { points: number[] | null; unit: number }) {
  if (!points) return null;
  return (
    <>
      <Line points={points} stroke={PAPER} strokeWidth={4 / unit} opacity={0.8} />
      <Line points={points} stroke={MADDER} strokeWidth={2 / unit} dash={[8 / unit, 6 / unit]} />
    </>
  );
}

type HoldProps = { layer: Box; placing: Placing; page: SceneLayers; unit: number };

/** The frame around whoever is chosen, and its handles. */
function Hold({ layer, placing, page, unit }: HoldProps) {
  const corners = cornersOf(layer, placing).flatMap(({ x, y }) => [x, y]);
  const handles = handlesOf(layer, placing, page, HANDLE_PX / unit);
  return (
    <>
      <Line points={corners} closed stroke={INK} strokeWidth={3 / unit} opacity={0.35} />
      <Line points={corners} closed stroke={PAPER} strokeWidth={1.5 / unit} dash={[6 / unit, 5 / unit]} />
      <Knob at={handles.turn} icon={ICONS.turn} unit={unit} />
      <Knob at={handles.grow} icon={ICONS.grow} unit={unit} />
    </>
  );
}

function Knob({ at, icon, unit }: { at: Point; icon: string; unit: number }) {
  return (
    <Group x={at.x} y={at.y} scaleX={1 / unit} scaleY={1 / unit}>
      <Circle radius={HANDLE_PX - 4} fill={PAPER} stroke={INK} strokeWidth={1.5} />
      <Path
        data={icon}
        offsetX={12}
        offsetY={12}
        scaleX={0.8}
        scaleY={0.8}
        stroke={INK}
        strokeWidth={2}
        lineCap="round"
        lineJoin="round"
      />
    </Group>
  );
}
