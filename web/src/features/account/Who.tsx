import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data, type Schema } from "@/api/client";
import { Button } from "@/ui/Button";
import { Costs } from "@/ui/Costs";
import { Meter } from "@/ui/Meter";
import { Trouble } from "@/ui/Trouble";
import { useFormats } from "@/ui/useFormats";

/** Whose account this is, whether the address is known to be right, and what is used up. */
export function Who({ me }: { me: Schema["AccountOut"] }) {
  const { t } = useTranslation();
  const { number, size, money } = useFormats();
  const costs = useQuery({ queryKey: ["costs"], queryFn: () => data(api.GET("/api/v1/me/costs")) });
  const mail = useMutation({ mutationFn: () => api.POST("/api/v1/auth/verify-email/send") });
  const of = (used: string, allowed: string) => t("account.of", { used, allowed });
  return (
    <>
      <div>
        <p className="wrap-anywhere font-semibold">
          <bdi>{me.email}</bdi>
        </p>
        <p className={me.email_verified ? "text-verdigris" : "text-ochre"}>
          {me.email_verified ? t("account.verified") : t("account.unverified")}
        </p>
      </div>
      {me.email_verified ? null : mail.isSuccess ? (
        <p role="status">{t("account.linkMailed")}</p>
      ) : (
        <div>
          <Button kind="quiet" onPress={() => mail.mutate()} isDisabled={mail.isPending}>
            {t("account.mailLink")}
          </Button>
        </div>
      )}
      <Trouble error={mail.error} />
      <Meter
        label={t("account.room")}
        share={share(me.stored_bytes, me.stored_bytes_allowed)}
        words={of(size(me.stored_bytes), size(me.stored_bytes_allowed))}
      />
      <Meter
        label={t("account.today")}
        share={share(me.jobs_today, me.jobs_per_day)}
        words={of(number(me.jobs_today), number(me.jobs_per_day))}
      />
      {me.month_microusd > 0 ? (
        <Meter
          label={t("account.money")}
          share={share(me.month_microusd, me.month_microusd_allowed)}
          words={of(money(me.month_microusd), money(me.month_microusd_allowed))}
        />
      ) : null}
      <Costs costs={costs.data ?? []} />
    </>
  );
}

/** Nothing allowed is all used up. */
function share(used: number, allowed: number): number {
  return allowed > 0 ? used / allowed : 1;
}
