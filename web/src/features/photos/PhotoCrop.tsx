import { useQuery } from "@tanstack/react-query";
import { photoQuery } from "./photos";

/** The photo that a person was measured from, cut to its frame around the face; nothing when it was deleted. */
export function PhotoCrop({ photoId, alt }: { photoId: string; alt: string }) {
  const photo = useQuery(photoQuery(photoId));
  if (!photo.data) return <span className="block size-full bg-line" />;
  const { faces, width_px, height_px, thumb_url } = photo.data;
  const face = faces[0];
  const x = face ? (100 * (face.x + face.width / 2)) / width_px : 50;
  const y = face ? (100 * (face.y + face.height / 2)) / height_px : 30;
  return (
    <img
      src={thumb_url}
      alt={alt}
      className="block size-full object-cover"
      style={{ objectPosition: `${x}% ${y}%` }}
    />
  );
}
