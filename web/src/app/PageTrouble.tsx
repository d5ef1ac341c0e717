import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";

/**
 * In the place of a page that could not be shown: its file did not come, because the line is down or because the server
 * has a newer studio, or something in it broke. Loading anew mends the first two.
 */
export function PageTrouble() {
  const { t } = useTranslation();
  return (
    <section role="alert" className="mx-auto grid max-w-md justify-items-center gap-6 px-4 py-16 text-center">
      <h1>{t("app.pageTrouble")}</h1>
      <p className="text-soft">{t("app.pageTroubleWords")}</p>
      <Button onPress={() => location.reload()}>{t("app.reload")}</Button>
    </section>
  );
}
