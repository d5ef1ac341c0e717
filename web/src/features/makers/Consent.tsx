import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { Confirm } from "@/ui/Confirm";
import { Trouble } from "@/ui/Trouble";
import { isAnimator, type Maker, makersQuery } from "./makers";

type ConsentProps = {
  maker: Maker | undefined;
  /** Called when the maker may have the pictures. */
  onAgreed: () => void;
  /** The button; without `onPress` it opens the question. */
  children: (onPress?: () => void) => ReactNode;
};

/** Asks once, before a picture goes to somebody for the first time. */
export function Consent({ maker, onAgreed, children }: ConsentProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const agree = useMutation({
    mutationFn: (body: { what: string; version: string }) => data(api.POST("/api/v1/me/consents", { body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: makersQuery.queryKey });
      void queries.invalidateQueries({ queryKey: ["consents"] });
      onAgreed();
    },
  });
  if (!maker || maker.consented) return children(onAgreed);
  const ask = isAnimator(maker) ? "animate" : "create";
  const age = maker.minimum_age ? ` ${t("create.age", { age: maker.minimum_age })}` : "";
  return (
    <div className="grid gap-2">
      <Confirm
        title={t(`${ask}.consentTitle`, { to: maker.goes_to })}
        words={`${t(`${ask}.consentWords`, { to: maker.goes_to })}${age}`}
        about={maker.terms}
        action={t(`${ask}.consentGive`)}
        onConfirm={() => agree.mutate({ what: maker.consent, version: maker.consent_version })}
      >
        {children()}
      </Confirm>
      <Trouble error={agree.error} />
    </div>
  );
}
