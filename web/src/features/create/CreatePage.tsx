import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { ApiProblem } from "@/api/client";
import { makersQuery } from "@/features/makers/makers";
import { Trouble } from "@/ui/Trouble";
import { Composer } from "./Composer";
import { stylesQuery, templatesQuery } from "./catalog";
import { useComposition } from "./useComposition";
import { usePeople } from "./usePeople";

/** What is drawn: style and place, who is in it, dressed, posed and placed; each shown with these very people. */
export function CreatePage() {
  const { characterId = "" } = useParams();
  return <Loaded key={characterId} characterId={characterId} />;
}

function Loaded({ characterId }: { characterId: string }) {
  const styles = useQuery(stylesQuery);
  const templates = useQuery(templatesQuery);
  // Waited for, too: what it says stands beside the button, which must not move under a finger.
  const providers = useQuery(makersQuery);
  const composing = useComposition(characterId);
  const people = usePeople(composing);
  const error = styles.error ?? templates.error ?? providers.error ?? people.error;
  if (!styles.data || !templates.data || !providers.data || !people.characters) {
    const gone = error instanceof ApiProblem && error.problem.status === 404;
    return <Trouble error={error} {...(gone ? {} : { onRetry: () => void people.retry() })} />;
  }
  return (
    <Composer
      composing={composing}
      characters={people.characters}
      styles={styles.data}
      templates={templates.data}
    />
  );
}
