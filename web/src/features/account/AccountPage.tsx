import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { forgetTokens } from "@/features/session/tokens";
import { Button, ButtonLink } from "@/ui/Button";
import { LanguageChoice } from "@/ui/LanguageChoice";
import { ThemeChoice } from "@/ui/ThemeChoice";
import { Trouble } from "@/ui/Trouble";
import { ApiKeys } from "./ApiKeys";
import { Devices } from "./Devices";
import { Erase } from "./Erase";
import { Keeping } from "./Keeping";

/** Who is signed in, where, how it looks, and the way out with everything or without a trace. */
export function AccountPage() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const me = useQuery({ queryKey: ["me"], queryFn: () => data(api.GET("/api/v1/me")) });
  const leave = () => {
    forgetTokens();
    queries.clear();
  };
  const signOut = useMutation({ mutationFn: () => api.POST("/api/v1/auth/sign-out"), onSettled: leave });
  const megabytes = (bytes: number) => new Intl.NumberFormat(i18n.language).format(Math.round(bytes / 1e6));
  return (
    <div className="mx-auto grid max-w-2xl gap-10">
      <section className="grid gap-4">
        <h1>{t("nav.account")}</h1>
        <Trouble error={me.error} onRetry={() => void me.refetch()} />
        {me.data ? (
          <>
            <p>{me.data.email}</p>
            <p className="text-soft">
              {t("account.use", {
                used: megabytes(me.data.stored_bytes),
                allowed: megabytes(me.data.stored_bytes_allowed),
              })}
            </p>
          </>
        ) : null}
        <div className="grid gap-3">
          <LanguageChoice />
          <ThemeChoice />
        </div>
        <div className="flex flex-wrap gap-3">
          {me.data?.role === "admin" ? (
            <ButtonLink to="/admin" kind="quiet">
              {t("admin.title")}
            </ButtonLink>
          ) : null}
          <Button kind="quiet" onPress={() => signOut.mutate()} isDisabled={signOut.isPending}>
            {t("account.signOut")}
          </Button>
        </div>
      </section>
      {me.data ? <Keeping me={me.data} /> : null}
      <Devices />
      <ApiKeys />
      {me.data ? <Erase hasPassword={me.data.has_password} onErased={leave} /> : null}
    </div>
  );
}
