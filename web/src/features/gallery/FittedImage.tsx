import type { CSSProperties } from "react";
import type { Artwork } from "./artworks";

type FittedImageProps = { artwork: Artwork; src: string; alt: string };

export const fittedClass =
  "block w-[calc(60dvh*var(--ratio))] rounded-picture bg-cover sm:w-[calc(82dvh*var(--ratio))]";

/** As large as the window lets it be. Its place is kept before it is loaded: nothing below it jumps. */
export function fittedStyle({ width_px: width, height_px: height, blur }: Artwork) {
  const style: CSSProperties & { "--ratio": number } = {
    "--ratio": width / height,
    aspectRatio: `${width} / ${height}`,
    maxWidth: `min(100%, ${width}px)`,
    backgroundImage: `url(data:image/webp;base64,${blur})`,
  };
  return style;
}

/** A picture as large as the window lets it be. */
export function FittedImage({ artwork, src, alt }: FittedImageProps) {
  return <img src={src} alt={alt} className={fittedClass} style={fittedStyle(artwork)} />;
}
