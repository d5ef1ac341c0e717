import { useTranslation } from "react-i18next";
import { useFormats } from "@/ui/useFormats";

/** What an erasure removed, with the number to keep. */
export function Receipt({ id, counts }: { id: string; counts: Record<string, number> }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const gone = Object.entries(counts).filter(([, count]) => count > 0);
  return (
    <>
      <ul>
        {gone.map(([kind, count]) => (
          <li key={kind}>
            {t(`kind.${kind}`, kind)}: {number(count)}
          </li>
        ))}
      </ul>
      <p className="break-words text-sm text-soft">{t("account.receipt", { id })}</p>
    </>
  );
}
