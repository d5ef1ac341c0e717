import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { Trouble } from "@/ui/Trouble";
import type { Person } from "./people";
import { useChange } from "./useChange";

const MEGABYTE = 1_000_000;
const DOLLAR = 1_000_000;

/** How much somebody may use up; what is left empty is as for everybody. */
export function Quotas({ person, onChanged }: { person: Person; onChanged: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const [perDay, setPerDay] = useState(person.jobs_per_day?.toString() ?? "");
  const [room, setRoom] = useState(
    person.stored_bytes === null ? "" : String(Math.round(person.stored_bytes / MEGABYTE)),
  );
  const [money, setMoney] = useState(
    person.month_microusd === null ? "" : String(Math.round(person.month_microusd / DOLLAR)),
  );
  const change = useChange(person, onChanged);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({
      jobs_per_day: perDay ? Number(perDay) : null,
      stored_bytes: room ? Number(room) * MEGABYTE : null,
      month_microusd: money ? Number(money) * DOLLAR : null,
    });
  };
  const set = (keep: (digits: string) => void) => (typed: string) => {
    change.reset();
    keep(digits(typed));
  };
  return (
    <form onSubmit={onSubmit} className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t("admin.perDay")}
          hint={t("admin.quotaOwn")}
          value={perDay}
          onChange={set(setPerDay)}
          inputMode="numeric"
          maxLength={6}
          autoComplete="off"
        />
        <Field
          label={t("admin.roomMb")}
          hint={t("admin.quotaOwn")}
          value={room}
          onChange={set(setRoom)}
          inputMode="numeric"
          maxLength={9}
          autoComplete="off"
        />
        <Field
          label={t("admin.perMonth")}
          hint={t("admin.quotaOwn")}
          value={money}
          onChange={set(setMoney)}
          inputMode="numeric"
          maxLength={5}
          autoComplete="off"
        />
      </div>
      <Trouble error={change.error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" kind="quiet" isDisabled={change.isPending}>
          {t("keep")}
        </Button>
        <span role="status" className="text-verdigris">
          {change.isSuccess ? t("admin.kept") : ""}
        </span>
      </div>
    </form>
  );
}

/** The digits of what was typed, in Latin letters also where they were typed in Arabic ones. */
function digits(typed: string): string {
  return typed.replace(/[٠-٩]/g, (one) => String(one.charCodeAt(0) - 0x660)).replace(/\D/g, "");
}
