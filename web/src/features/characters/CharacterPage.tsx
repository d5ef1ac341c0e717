import { useQuery } from "@tanstack/react-query";
import { Redo2, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { PhotoCrop } from "@/features/photos/PhotoCrop";
import { photoQuery } from "@/features/photos/photos";
import { ActionBar } from "@/ui/ActionBar";
import { Button, ButtonLink } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { Attributes } from "./Attributes";
import { attributesQuery, type Character, characterQuery } from "./characters";
import { DeletePerson } from "./DeletePerson";
import { Naming } from "./Naming";
import { Preview } from "./Preview";
import { useChanges } from "./useChanges";

/** A person, corrected by looking: each choice is shown as it would be drawn. */
export function CharacterPage() {
  const { characterId = "" } = useParams();
  const character = useQuery(characterQuery(characterId));
  if (character.data) return <Editor key={characterId} character={character.data} />;
  return <Trouble error={character.error} onRetry={() => void character.refetch()} />;
}

function Editor({ character }: { character: Character }) {
  const { t } = useTranslation();
  const attributes = useQuery(attributesQuery);
  const changes = useChanges(character);
  const tried = changes.change.isPending ? changes.change.variables : {};
  const name = character.name || t("characters.someone");
  return (
    <div className="grid sm:grid-cols-[3fr_2fr] sm:gap-x-10">
      <div className="sticky top-0 z-10 -mx-4 grid content-start gap-4 bg-paper px-4 pb-3 sm:top-6 sm:mx-0 sm:self-start sm:px-0">
        <div className="relative h-[34dvh] overflow-hidden rounded-picture sm:h-auto sm:max-w-[calc(100dvh-13rem)]">
          <Preview
            character={character}
            attributes={tried}
            widthPx={640}
            alt={t("characters.drawing", { name })}
            fill
          />
          <Beside character={character} />
          <div className="absolute inset-x-3 bottom-3 flex justify-between">
            <Button
              kind="icon"
              aria-label={t("undo")}
              isDisabled={!changes.mayUndo}
              onPress={() => changes.step.mutate(-1)}
            >
              <Undo2 className="size-5 rtl:-scale-x-100" aria-hidden="true" />
            </Button>
            <Button
              kind="icon"
              aria-label={t("redo")}
              isDisabled={!changes.mayRedo}
              onPress={() => changes.step.mutate(1)}
            >
              <Redo2 className="size-5 rtl:-scale-x-100" aria-hidden="true" />
            </Button>
          </div>
        </div>
      </div>
      <div className="grid content-start gap-6">
        <h1>{name}</h1>
        <Trouble error={changes.change.error ?? changes.step.error ?? attributes.error} />
        {character.asks.length > 0 ? (
          <p className="border-ochre border-s-4 ps-3">
            {t("characters.asks", { count: character.asks.length })}
          </p>
        ) : null}
        {attributes.data ? (
          <Attributes
            character={character}
            attributes={attributes.data}
            onChoose={(values) => changes.change.mutate(values)}
          />
        ) : null}
        <Naming character={character} />
        <DeletePerson character={character} />
        <ActionBar>
          <ButtonLink to={`/characters/${character.id}/create`}>{t("characters.create")}</ButtonLink>
        </ActionBar>
      </div>
    </div>
  );
}

/** The photo beside the drawing, as long as it is kept. */
function Beside({ character }: { character: Character }) {
  const { t } = useTranslation();
  const photoId = character.photo_ids[0] ?? "";
  const photo = useQuery({ ...photoQuery(photoId), enabled: photoId !== "" });
  if (!photo.data) return null;
  return (
    <div className="absolute start-3 top-3 size-20 overflow-hidden rounded-control border-3 border-white sm:size-32">
      <PhotoCrop photoId={photoId} alt={t("photos.yours")} />
    </div>
  );
}
