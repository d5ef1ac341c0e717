import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { forgetTokens } from "@/features/session/tokens";
import { Button, ButtonLink } from "@/ui/Button";
import { LanguageChoice } from "@/ui/LanguageChoice";
import { Section } from "@/ui/Section";
import { ThemeChoice } from "@/ui/ThemeChoice";
import { Trouble } from "@/ui/Trouble";
import { ApiKeys } from "./ApiKeys";
import { Consents } from "./Consents";
import { Devices } from "./Devices";
import { Erase } from "./Erase";
import { Keeping } from "./Keeping";
import { Password } from "./Password";
import { Who } from "./Who";

/** Who is signed in, where, how it looks, and the way out with everything or without a trace. */
export function AccountPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const me = useQuery({ queryKey: ["me"], queryFn: () => data(api.GET("/api/v1/me")) });
  const leave = () => {
    forgetTokens();
    queries.clear();
  };
  const signOut = useMutation({ mutationFn: () => api.POST("/api/v1/auth/sign-out"), onSettled: leave });
  return (
    <div className="mx-auto grid max-w-2xl gap-10">
      <div className="grid gap-5">
        <h1>{t("nav.account")}</h1>
        <Trouble error={me.error} onRetry={() => void me.refetch()} />
        {me.data ? <Who me={me.data} /> : null}
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
      </div>
      <Section title={t("account.looks")}>
        <LanguageChoice />
        <ThemeChoice />
      </Section>
      {me.data ? <Keeping me={me.data} /> : null}
      <Consents />
      <Devices onLeft={leave} />
      {me.data?.has_password ? <Password /> : null}
      <ApiKeys />
      {me.data ? <Erase hasPassword={me.data.has_password} onErased={leave} /> : null}
    </div>
  );
}
