import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data, type Schema } from "@/api/client";
import { saveFile } from "@/api/saveFile";
import { Button } from "@/ui/Button";
import { Section } from "@/ui/Section";
import { Select } from "@/ui/Select";
import { Trouble } from "@/ui/Trouble";

const DAYS = [1, 7, 30, 90, 365];

/** How long photos are kept, and everything to take along. */
export function Keeping({ me }: { me: Schema["AccountOut"] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: (days: number | null) => data(api.PATCH("/api/v1/me", { body: { photo_days: days } })),
    onSuccess: (changed) => queries.setQueryData(["me"], changed),
  });
  const take = useMutation({ mutationFn: () => saveFile("/api/v1/me/export", "limner.zip") });
  const days = [...new Set([...DAYS, ...(me.photo_days ? [me.photo_days] : [])])].sort((a, b) => a - b);
  return (
    <Section title={t("account.yours")}>
      <Select
        label={t("account.photos")}
        value={String(me.photo_days ?? "")}
        onChange={(value) => keep.mutate(value ? Number(value) : null)}
        options={[
          ...days.map((one): [string, string] => [String(one), t("account.days", { count: one })]),
          ["", t("account.forever")],
        ]}
      />
      <p className="text-sm text-soft">{t("account.photosHint")}</p>
      <div>
        <Button kind="quiet" onPress={() => take.mutate()} isDisabled={take.isPending}>
          {take.isPending ? t("account.taking") : t("account.take")}
        </Button>
      </div>
      <Trouble error={keep.error ?? take.error} />
    </Section>
  );
}
