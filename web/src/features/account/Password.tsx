import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Section } from "@/ui/Section";
import { Trouble } from "@/ui/Trouble";

/** A new password by the old one; every other device is signed out. */
export function Password() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState("");
  const change = useMutation({
    mutationFn: () => api.POST("/api/v1/me/password", { body: { old, new: fresh } }),
    onSuccess: () => {
      setOld("");
      setFresh("");
      return queries.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Section title={t("account.password")}>
      <form onSubmit={onSubmit} className="grid gap-4">
        <Field
          label={t("account.oldPassword")}
          type="password"
          value={old}
          onChange={setOld}
          autoComplete="current-password"
          isRequired
        />
        <Field
          label={t("account.newPassword")}
          type="password"
          value={fresh}
          onChange={setFresh}
          autoComplete="new-password"
          hint={t("welcome.passwordHint")}
          isRequired
        />
        <Trouble error={change.error} />
        {change.isSuccess && !old && !fresh ? (
          <p role="status" className="text-verdigris">
            {t("account.passwordChanged")}
          </p>
        ) : null}
        <div>
          <Button type="submit" kind="quiet" isDisabled={change.isPending || !old || !fresh}>
            {t("account.password")}
          </Button>
        </div>
      </form>
    </Section>
  );
}
