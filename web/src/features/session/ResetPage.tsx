import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { Button, ButtonLink } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Trouble } from "@/ui/Trouble";
import { mailedToken } from "./mailedToken";
import { Threshold } from "./Threshold";
import { forgetTokens } from "./tokens";

/** Where the link in the mail about a forgotten password leads. */
export function ResetPage() {
  const { t } = useTranslation();
  const [token] = useState(mailedToken);
  const [password, setPassword] = useState("");
  const reset = useMutation({
    mutationFn: () => api.POST("/api/v1/auth/reset-password", { body: { token, password } }),
    // Every device is signed out, this one too.
    onSuccess: forgetTokens,
  });
  if (reset.isSuccess)
    return (
      <Threshold title={t("reset.done")}>
        <ButtonLink to="/welcome">{t("welcome.do.signIn")}</ButtonLink>
      </Threshold>
    );
  return (
    <Threshold title={t("reset.title")}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          reset.mutate();
        }}
      >
        <Field
          label={t("welcome.password")}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          hint={t("welcome.passwordHint")}
          isRequired
        />
        <Trouble error={reset.error} />
        <Button type="submit" isDisabled={reset.isPending}>
          {t("reset.keep")}
        </Button>
      </form>
    </Threshold>
  );
}
