import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data, type Schema } from "@/api/client";
import { Button } from "@/ui/Button";
import { Confirm } from "@/ui/Confirm";
import { Select } from "@/ui/Select";
import { Trouble } from "@/ui/Trouble";
import type { Person } from "./people";
import { ROLES, type Role } from "./roles";
import { useChange } from "./useChange";

type PersonActionsProps = {
  person: Person;
  onChanged: () => Promise<unknown>;
  onErased: (receipt: Schema["ReceiptOut"]) => Promise<unknown>;
};

/** What can be done to somebody else: another role, the lock, the end. */
export function PersonActions({ person, onChanged, onErased }: PersonActionsProps) {
  const { t } = useTranslation();
  const change = useChange(person, onChanged);
  const erase = useMutation({
    mutationFn: () =>
      data(
        api.DELETE("/api/v1/admin/accounts/{account_id}", { params: { path: { account_id: person.id } } }),
      ),
    onSuccess: onErased,
  });
  const waits = change.isPending || erase.isPending;
  return (
    <div className="grid gap-4">
      <Select
        label={t("admin.roleLabel")}
        value={person.role}
        onChange={(role) => change.mutate({ role: role as Role })}
        options={ROLES.map((one) => [one, t(`admin.role.${one}`)])}
      />
      <Trouble error={change.error ?? erase.error} />
      <div className="flex flex-wrap gap-3">
        <Button kind="quiet" onPress={() => change.mutate({ disabled: !person.disabled })} isDisabled={waits}>
          {person.disabled ? t("admin.open") : t("admin.lock")}
        </Button>
        <Confirm
          title={t("admin.eraseTitle", { email: person.email })}
          words={t("admin.eraseWords")}
          action={t("account.eraseNow")}
          onConfirm={() => erase.mutate()}
        >
          <Button kind="quiet" isDisabled={waits}>
            {t("admin.erase")}
          </Button>
        </Confirm>
      </div>
    </div>
  );
}
