import { useTranslation } from "react-i18next";
import { ButtonLink } from "@/ui/Button";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <section className="mx-auto grid max-w-md gap-6 py-16 text-center">
      <h1>{t("notFound.title")}</h1>
      <p className="text-soft">{t("notFound.words")}</p>
      <ButtonLink to="/gallery">{t("nav.gallery")}</ButtonLink>
    </section>
  );
}
