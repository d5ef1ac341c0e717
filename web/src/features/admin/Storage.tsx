import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { Section } from "@/ui/Section";
import { Trouble } from "@/ui/Trouble";
import { useFormats } from "@/ui/useFormats";
import { Facts } from "./Facts";

/** What everybody's pictures take together. */
export function Storage() {
  const { t } = useTranslation();
  const { number, size } = useFormats();
  const storage = useQuery({
    queryKey: ["admin", "storage"],
    queryFn: () => data(api.GET("/api/v1/admin/storage")),
  });
  return (
    <Section title={t("admin.storage")}>
      <Trouble error={storage.error} onRetry={() => void storage.refetch()} />
      {storage.data ? (
        <Facts
          facts={[
            [t("admin.stored"), number(storage.data.pictures)],
            [t("admin.storedSize"), size(storage.data.stored_bytes)],
          ]}
        />
      ) : null}
    </Section>
  );
}
