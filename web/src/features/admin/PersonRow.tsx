import { ChevronDown } from "lucide-react";
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/client";
import { useFormats } from "@/ui/useFormats";
import { PersonActions } from "./PersonActions";
import type { Person } from "./people";
import { Quotas } from "./Quotas";

type PersonRowProps = {
  person: Person;
  isMe: boolean;
  onChanged: () => Promise<unknown>;
  onErased: (receipt: Schema["ReceiptOut"]) => Promise<unknown>;
};

/** Somebody with an account: a line about them that opens to what can be changed. */
export function PersonRow({ person, isMe, onChanged, onErased }: PersonRowProps) {
  const { t } = useTranslation();
  const { number, size } = useFormats();
  const about = [
    isMe ? t("admin.you") : null,
    t(`admin.role.${person.role}`),
    person.disabled ? t("admin.locked") : null,
    t("account.of", { used: size(person.used_bytes), allowed: size(person.stored_bytes_allowed) }),
  ];
  return (
    <li className="border-line border-b last:border-b-0">
      <Disclosure className="group">
        <Heading level={3}>
          <AriaButton
            slot="trigger"
            className="flex min-h-14 w-full cursor-pointer items-center justify-between gap-3 rounded-control py-2 text-start font-sans"
          >
            <span className="wrap-anywhere min-w-0">
              <bdi>{person.email}</bdi>
              <span className="block text-sm text-soft">{about.filter(Boolean).join(" · ")}</span>
            </span>
            <ChevronDown
              aria-hidden="true"
              className="size-5 shrink-0 transition-transform duration-150 group-data-[expanded]:rotate-180"
            />
          </AriaButton>
        </Heading>
        <DisclosurePanel>
          <div className="grid gap-5 pt-2 pb-6">
            <p className="text-sm text-soft">
              {t("admin.todayUsed", {
                number: t("account.of", {
                  used: number(person.jobs_today),
                  allowed: number(person.jobs_per_day_allowed),
                }),
              })}
              {" · "}
              {person.email_verified ? t("account.verified") : t("account.unverified")}
            </p>
            <Quotas person={person} onChanged={onChanged} />
            {isMe ? null : <PersonActions person={person} onChanged={onChanged} onErased={onErased} />}
          </div>
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}
