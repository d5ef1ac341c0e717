import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ButtonLink } from "@/ui/Button";
import { Empty } from "@/ui/Empty";
import { Trouble } from "@/ui/Trouble";
import { charactersQuery } from "./characters";
import { Preview } from "./Preview";

/** Everybody who was measured. */
export function CharactersPage() {
  const { t } = useTranslation();
  const characters = useQuery(charactersQuery);
  const people = characters.data?.items ?? [];
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1>{t("characters.title")}</h1>
        {people.length > 0 ? (
          <ButtonLink to="/batch" kind="quiet">
            {t("batch.title")}
          </ButtonLink>
        ) : null}
      </div>
      <Trouble error={characters.error} onRetry={() => void characters.refetch()} />
      {characters.data && people.length === 0 ? <Empty words={t("characters.empty")} /> : null}
      <ul className="grid grid-cols-2 gap-4 sm:grid-cols-4 sm:gap-6">
        {people.map((character) => (
          <li key={character.id}>
            <Link to={`/characters/${character.id}`} className="grid gap-2 rounded-picture no-underline">
              <Preview character={character} near="head" alt="" />
              <span className="font-title text-lg">{character.name || t("characters.someone")}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
