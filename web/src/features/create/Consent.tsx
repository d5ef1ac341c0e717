import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { Confirm } from "@/ui/Confirm";
import { Trouble } from "@/ui/Trouble";
import { providersQuery } from "./catalog";
import { useProvider } from "./ProviderLine";
import type { Composing } from "./useComposition";

type ConsentProps = {
  composing: Composing;
  /** Called when whoever draws may have the pictures. */
  onAgreed: () => void;
  /** The button; without `onPress` it opens the question. */
  children: (onPress?: () => void) => ReactNode;
};

/** Asks once, before a photo goes to somebody for the first time. */
export function Consent({ composing, onAgreed, children }: ConsentProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { chosen } = useProvider(composing);
  const agree = useMutation({
    mutationFn: (body: { what: string; version: string }) => data(api.POST("/api/v1/me/consents", { body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: providersQuery.queryKey });
      void queries.invalidateQueries({ queryKey: ["consents"] });
      onAgreed();
    },
  });
  if (!chosen || chosen.consented) return children(onAgreed);
  const age = chosen.minimum_age ? ` ${t("create.age", { age: chosen.minimum_age })}` : "";
  return (
    <div className="grid gap-2">
      <Confirm
        title={t("create.consentTitle", { to: chosen.goes_to })}
        words={`${t("create.consentWords", { to: chosen.goes_to })}${age}`}
        about={chosen.terms}
        action={t("create.consentGive")}
        onConfirm={() => agree.mutate({ what: chosen.consent, version: chosen.consent_version })}
      >
        {children()}
      </Confirm>
      <Trouble error={agree.error} />
    </div>
  );
}
