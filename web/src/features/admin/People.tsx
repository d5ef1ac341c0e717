import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schema } from "@/api/client";
import { Receipt } from "@/features/account/Receipt";
import { Field } from "@/ui/Field";
import { More } from "@/ui/More";
import { Section } from "@/ui/Section";
import { Trouble } from "@/ui/Trouble";
import { PersonRow } from "./PersonRow";
import { peopleQuery } from "./people";

type Erased = { email: string; receipt: Schema["ReceiptOut"] };

/** Everybody with an account; `me` is the one who looks. */
export function People({ me }: { me: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [search, setSearch] = useState("");
  const [erased, setErased] = useState<Erased | null>(null);
  const people = useInfiniteQuery(peopleQuery(useDeferredValue(search.trim())));
  const shown = people.data?.pages.flatMap((page) => page.items) ?? [];
  const onChanged = () => queries.invalidateQueries({ queryKey: ["admin", "accounts"] });
  return (
    <Section title={t("admin.people")}>
      <Field label={t("admin.search")} value={search} onChange={setSearch} autoComplete="off" />
      <Trouble error={people.error} onRetry={() => void people.refetch()} />
      {erased ? (
        <div role="status" className="grid gap-2 rounded-control border border-verdigris bg-card p-4">
          <p className="wrap-anywhere font-semibold">{t("admin.erased", { email: erased.email })}</p>
          <Receipt id={erased.receipt.id} counts={erased.receipt.counts} />
        </div>
      ) : null}
      {people.isSuccess && shown.length === 0 ? <p className="text-soft">{t("admin.nobody")}</p> : null}
      <ul>
        {shown.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            isMe={person.id === me}
            onChanged={onChanged}
            onErased={(receipt) => {
              setErased({ email: person.email, receipt });
              return onChanged();
            }}
          />
        ))}
      </ul>
      <More pages={people} />
    </Section>
  );
}
