import { useEffect, useState } from "react";
import type { Point } from "../placing";
import type { SceneLayers } from "../scenes";

type Painted = { image: HTMLImageElement; isPainted: (share: Point) => boolean };
export type Parts = {
  of: SceneLayers;
  background: HTMLImageElement;
  foreground: HTMLImageElement;
  caption: HTMLImageElement | null;
  people: Painted[];
};

/** Wide enough to tell a person from the air beside them. */
const ALPHA_PX = 96;

/** The parts of a scene as pictures; nothing until all of them are there. */
export function useParts(layers: SceneLayers): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null);
  useEffect(() => {
    let left = false;
    const show = async () => {
      const [background, foreground, caption, ...people] = await Promise.all([
        loaded(layers.background),
        loaded(layers.foreground),
        layers.caption ? loaded(layers.caption) : null,
        ...layers.people.map(async (one) => painted(await loaded(one.image))),
      ]);
      if (!left) setParts({ of: layers, background, foreground, caption, people });
    };
    void show();
    return () => {
      left = true;
    };
  }, [layers]);
  return parts?.of === layers ? parts : null;
}

/** A picture by its address; nothing until it is there. */
export function useImage(address: string | null): HTMLImageElement | null {
  const [shown, setShown] = useState<{ address: string; image: HTMLImageElement } | null>(null);
  useEffect(() => {
    let left = false;
    if (address) void loaded(address).then((image) => !left && setShown({ address, image }));
    return () => {
      left = true;
    };
  }, [address]);
  return shown !== null && shown.address === address ? shown.image : null;
}

async function loaded(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return image;
}

function painted(image: HTMLImageElement): Painted {
  const canvas = document.createElement("canvas");
  canvas.width = ALPHA_PX;
  canvas.height = ALPHA_PX;
  const pen = canvas.getContext("2d");
  pen?.drawImage(image, 0, 0, ALPHA_PX, ALPHA_PX);
  const pixels = pen?.getImageData(0, 0, ALPHA_PX, ALPHA_PX).data;
  return {
    image,
    isPainted: ({ x, y }) => {
      const at = Math.floor(y * (ALPHA_PX - 1)) * ALPHA_PX + Math.floor(x * (ALPHA_PX - 1));
      return (pixels?.[at * 4 + 3] ?? 0) > 16;
    },
  };
}
