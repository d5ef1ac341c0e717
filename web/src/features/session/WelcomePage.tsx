import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import { api, data } from "@/api/client";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { LanguageChoice } from "@/ui/LanguageChoice";
import { Trouble } from "@/ui/Trouble";
import { beginOidc, safeTarget } from "./oidc";
import { Try } from "./Try";
import { isSignedIn, keepTokens, onSessionChange } from "./tokens";

type Mode = "signIn" | "register" | "forgot";

/** The first page: the first administrator, signing in, signing up, a forgotten password. */
export function WelcomePage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const signedIn = useSyncExternalStore(onSessionChange, isSignedIn);
  const options = useQuery({
    queryKey: ["sign-in-options"],
    queryFn: () => data(api.GET("/api/v1/auth/options")),
  });
  const invitation = search.get("invitation");
  const [chosen, setMode] = useState<Mode | null>(null);
  const first = options.data?.first ?? false;
  const mode: Mode = first ? "register" : (chosen ?? (invitation ? "register" : "signIn"));
  const mayRegister = first || invitation !== null || options.data?.registration === "open";

  if (signedIn) return <Navigate to={safeTarget(search.get("back"))} replace />;
  return (
    <main className="mx-auto grid min-h-dvh max-w-5xl gap-6 px-4 py-5 sm:grid-cols-2 sm:grid-rows-[1fr_auto_auto_1fr] sm:gap-x-14 sm:px-8">
      <div className="grid max-w-md gap-2 sm:col-start-2 sm:row-start-2 sm:gap-3">
        <p className="font-title text-madder text-xl">Limner</p>
        <h1>{t("welcome.title")}</h1>
        <p className="text-soft">{t("welcome.words")}</p>
      </div>
      <div className="min-w-0 sm:col-start-1 sm:row-span-4 sm:row-start-1 sm:self-center">
        <Try />
      </div>
      <div className="grid max-w-md gap-6 sm:col-start-2 sm:row-start-3">
        <Trouble error={options.error} onRetry={() => void options.refetch()} />
        {options.isSuccess ? <Form key={mode} mode={mode} first={first} invitation={invitation} /> : null}
        {options.data?.oidc && mode !== "forgot" ? <Elsewhere invitation={invitation} /> : null}
        {options.isSuccess && !first ? (
          <div className="flex flex-wrap gap-x-2">
            {mode !== "signIn" ? (
              <Switch label={t("welcome.signIn")} onPress={() => setMode("signIn")} />
            ) : null}
            {mode === "signIn" && mayRegister ? (
              <Switch label={t("welcome.toRegister")} onPress={() => setMode("register")} />
            ) : null}
            {mode === "signIn" ? (
              <Switch label={t("welcome.toForgot")} onPress={() => setMode("forgot")} />
            ) : null}
          </div>
        ) : null}
        <LanguageChoice />
      </div>
    </main>
  );
}

/** Signing in with the identity provider of whoever runs this Limner. */
function Elsewhere({ invitation }: { invitation: string | null }) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const begin = useMutation({ mutationFn: () => beginOidc(invitation, search.get("back")) });
  return (
    <div className="grid gap-3">
      <p className="text-center text-soft">{t("oidc.or")}</p>
      <Trouble error={begin.error} />
      <Button kind="quiet" onPress={() => begin.mutate()} isDisabled={begin.isPending}>
        {t("oidc.begin")}
      </Button>
    </div>
  );
}

function Switch({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <Button kind="bare" onPress={onPress}>
      {label}
    </Button>
  );
}

function Form({ mode, first, invitation }: { mode: Mode; first: boolean; invitation: string | null }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const send = useMutation({ mutationFn: () => enter(mode, email, password, invitation) });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  if (mode === "forgot" && send.isSuccess) return <p role="status">{t("welcome.mailed")}</p>;
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      {first ? <p className="font-semibold text-verdigris">{t("welcome.first")}</p> : null}
      <Field
        label={t("welcome.email")}
        type="email"
        value={email}
        onChange={setEmail}
        autoComplete="email"
        isRequired
      />
      {mode !== "forgot" ? (
        <Field
          label={t("welcome.password")}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete={mode === "register" ? "new-password" : "current-password"}
          {...(mode === "register" ? { hint: t("welcome.passwordHint") } : {})}
          isRequired
        />
      ) : null}
      <Trouble error={send.error} />
      <Button type="submit" isDisabled={send.isPending}>
        {t(`welcome.do.${mode}`)}
      </Button>
    </form>
  );
}

async function enter(mode: Mode, email: string, password: string, invitation: string | null): Promise<void> {
  if (mode === "forgot") {
    await api.POST("/api/v1/auth/forgot-password", { body: { email } });
    return;
  }
  if (mode === "register") await api.POST("/api/v1/auth/register", { body: { email, password, invitation } });
  keepTokens(await data(api.POST("/api/v1/auth/token", { body: { email, password } })));
}
