import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { characterQuery } from "@/features/characters/characters";
import { Preview } from "@/features/characters/Preview";
import { stylesQuery } from "@/features/create/catalog";
import { PhotoCrop } from "@/features/photos/PhotoCrop";
import type { Job } from "./jobs";
import { stageQuery } from "./stage";

/** The drawing as it comes into being: a first sketch grows clear, until pencil lines, colours and light are there. */
export function LatestPicture({ job }: { job: Job }) {
  const { t } = useTranslation();
  const stage = useQuery(stageQuery(job.id));
  return (
    <div className="mx-auto aspect-[4/5] h-[42dvh] overflow-hidden rounded-picture border border-line bg-card sm:h-[58dvh]">
      {stage.data ? (
        <img
          src={stage.data.picture}
          alt={t(`stage.${stage.data.stage}`)}
          className="size-full object-cover"
        />
      ) : job.order.character_id ? (
        <Sketch characterId={job.order.character_id} job={job} />
      ) : null}
    </div>
  );
}

function Sketch({ characterId, job }: { characterId: string; job: Job }) {
  const { t } = useTranslation();
  const character = useQuery(characterQuery(characterId));
  const styles = useQuery(stylesQuery);
  if (!character.data || !styles.data) return null;
  const style = job.order.style ?? "storybook";
  const portrait = styles.data.some((one) => one.name === style && one.family === "portrait");
  return (
    <div style={{ opacity: 0.35 + 0.65 * job.progress }} className="h-full transition-opacity duration-200">
      {portrait ? (
        <PhotoCrop photoId={character.data.photo_ids[0] ?? ""} alt={t("photos.yours")} />
      ) : (
        <Preview
          character={character.data}
          style={style}
          template={job.order.template ?? null}
          widthPx={640}
          alt={t("job.sketch")}
        />
      )}
    </div>
  );
}
