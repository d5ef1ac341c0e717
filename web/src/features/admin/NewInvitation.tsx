import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/client";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Select } from "@/ui/Select";
import { ROLES, type Role } from "./roles";

type NewInvitationProps = { isPending: boolean; onInvite: (wanted: Schema["InvitationIn"]) => void };

/** Whom to invite, and as what. */
export function NewInvitation({ isPending, onInvite }: NewInvitationProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onInvite({ email: email.trim() || null, role });
  };
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      <Field
        label={t("admin.inviteEmail")}
        hint={t("admin.inviteHint")}
        type="email"
        value={email}
        onChange={setEmail}
        autoComplete="off"
      />
      <Select
        label={t("admin.as")}
        value={role}
        onChange={(one) => setRole(one as Role)}
        options={ROLES.map((one) => [one, t(`admin.role.${one}`)])}
      />
      <div>
        <Button type="submit" kind="quiet" isDisabled={isPending}>
          {t("admin.invite")}
        </Button>
      </div>
    </form>
  );
}
