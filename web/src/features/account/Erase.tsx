import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Section } from "@/ui/Section";
import { Trouble } from "@/ui/Trouble";
import { Receipt } from "./Receipt";

/** The way out without a trace; the receipt says what was erased. */
export function Erase({ hasPassword, onErased }: { hasPassword: boolean; onErased: () => void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [password, setPassword] = useState("");
  const erase = useMutation({
    mutationFn: () =>
      data(api.POST("/api/v1/me/erase", { body: { password: hasPassword ? password : null } })),
  });
  if (erase.data) {
    return (
      <section className="grid gap-3" role="status">
        <h2>{t("account.erased")}</h2>
        <Receipt id={erase.data.id} counts={erase.data.counts} />
        <div>
          <Button onPress={onErased}>{t("account.leave")}</Button>
        </div>
      </section>
    );
  }
  return (
    <Section title={t("account.erase")}>
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
    </Section>
  );
}
