import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { forgetTokens } from "@/features/session/tokens";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { LanguageChoice } from "@/ui/LanguageChoice";
import { ThemeChoice } from "@/ui/ThemeChoice";
import { Trouble } from "@/ui/Trouble";
import { Devices } from "./Devices";

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
        <div className="flex flex-wrap gap-6">
          <LanguageChoice />
          <ThemeChoice />
        </div>
        <div>
          <Button kind="quiet" onPress={() => signOut.mutate()} isDisabled={signOut.isPending}>
            {t("account.signOut")}
          </Button>
        </div>
      </section>
      <Devices />
      {me.data ? <Erase hasPassword={me.data.has_password} onErased={leave} /> : null}
    </div>
  );
}

function Erase({ hasPassword, onErased }: { hasPassword: boolean; onErased: () => void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [password, setPassword] = useState("");
  const erase = useMutation({
    mutationFn: () =>
      data(api.POST("/api/v1/me/erase", { body: { password: hasPassword ? password : null } })),
  });
  if (erase.data) {
    const gone = Object.entries(erase.data.counts).filter(([, count]) => count > 0);
    return (
      <section className="grid gap-3" role="status">
        <h2>{t("account.erased")}</h2>
        <ul>
          {gone.map(([kind, count]) => (
            <li key={kind}>
              {t(`kind.${kind}`, kind)}: {count}
            </li>
          ))}
        </ul>
        <p className="text-sm text-soft">{t("account.receipt", { id: erase.data.id })}</p>
        <div>
          <Button onPress={onErased}>{t("account.leave")}</Button>
        </div>
      </section>
    );
  }
  return (
    <section className="grid gap-4">
      <h2>{t("account.erase")}</h2>
      <p className="text-soft">{t("account.eraseWords")}</p>
      {asked ? (
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            erase.mutate();
          }}
        >
          {hasPassword ? (
            <Field
              label={t("welcome.password")}
              type="password"
              value={password}
              onChange={setPassword}
              autoComplete="current-password"
              isRequired
            />
          ) : null}
          <Trouble error={erase.error} />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" isDisabled={erase.isPending}>
              {t("account.eraseNow")}
            </Button>
            <Button kind="quiet" onPress={() => setAsked(false)}>
              {t("account.keep")}
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <Button kind="quiet" onPress={() => setAsked(true)}>
            {t("account.erase")}
          </Button>
        </div>
      )}
    </section>
  );
}
