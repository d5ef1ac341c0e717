import { useTranslation } from "react-i18next";
import { ApiProblem } from "@/api/client";
import { Button } from "./Button";

/** Codes with many causes: the server's own sentence, in English, says which one it is. */
const VARIED = new Set([
  "request.conflict",
  "request.invalid",
  "request.not_allowed",
  "request.not_signed_in",
  "request.over_quota",
]);

/** What went wrong, in a sentence, with what to do next; nothing when nothing did. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t, i18n } = useTranslation();
  if (!error) return null;
  const problem = error instanceof ApiProblem ? error.problem : null;
  const code = problem?.code ?? "offline";
  const varied = VARIED.has(code);
  const known = i18n.exists(`problem.${code}`) && !(varied && i18n.language === "en");
  return (
    <div
      role="alert"
      className="grid justify-items-start gap-2 rounded-control border border-madder bg-card p-4"
    >
      <p className="font-semibold">
        {known ? t(`problem.${code}`) : (problem?.detail ?? t("problem.offline"))}
      </p>
      {problem && (varied || !known) ? (
        <p lang="en" dir="ltr" className="text-soft">
          {known ? `${problem.detail} ` : ""}
          {problem.advice}
        </p>
      ) : null}
      {onRetry ? (
        <Button kind="quiet" onPress={onRetry}>
          {t("again")}
        </Button>
      ) : null}
    </div>
  );
}
