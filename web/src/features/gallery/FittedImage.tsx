import type { CSSProperties } from "react";
import type { Artwork } from "./artworks";

type FittedImageProps = { artwork: Artwork; src: string; alt: string };

/** A picture as large as the window lets it be. Its place is kept before it is loaded: nothing below it jumps. */
export function FittedImage({ artwork, src, alt }: FittedImageProps) {
  const { width_px: width, height_px: height } = artwork;
  const style: CSSProperties & { "--ratio": number } = {
    "--ratio": width / height,
    aspectRatio: `${width} / ${height}`,
    maxWidth: `min(100%, ${width}px)`,
    backgroundImage: `url(data:image/webp;base64,${artwork.blur})`,
  };
  return (
    <img
      src={src}
      alt={alt}
      className="block w-[calc(60dvh*var(--ratio))] rounded-picture bg-cover sm:w-[calc(82dvh*var(--ratio))]"
      style={style}
    />
  );
}
