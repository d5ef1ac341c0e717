import { useTranslation } from "react-i18next";
import { Button } from "./Button";

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };

/** The way to the next page of a list; nothing at its end. */
export function More({ pages }: { pages: Pages }) {
  const { t } = useTranslation();
  if (!pages.hasNextPage) return null;
  return (
    <div>
      <Button kind="quiet" onPress={() => void pages.fetchNextPage()} isDisabled={pages.isFetchingNextPage}>
        {t("more")}
      </Button>
    </div>
  );
}
