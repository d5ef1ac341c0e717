import { useTranslation } from "react-i18next";
import { ButtonLink } from "./Button";

/** What stands where nothing is yet: a drawing, a sentence, and the way on. */
export function Empty({ words }: { words: string }) {
  const { t } = useTranslation();
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-5 py-6 text-center">
      <img src="/sample-forest.webp" alt="" width={800} height={1000} className="w-56 rounded-picture" />
      <p className="text-lg">{words}</p>
      <ButtonLink to="/new">{t("nav.new")}</ButtonLink>
    </div>
  );
}
