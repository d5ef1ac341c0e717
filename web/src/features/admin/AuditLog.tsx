import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schema } from "@/api/client";
import type { operations } from "@/api/schema";
import { More } from "@/ui/More";
import { Row } from "@/ui/Row";
import { Section } from "@/ui/Section";
import { Select } from "@/ui/Select";
import { Trouble } from "@/ui/Trouble";
import { useFormats } from "@/ui/useFormats";
import { peopleQuery } from "./people";

type Event = NonNullable<NonNullable<operations["adminListAudit"]["parameters"]["query"]>["event"]>;

/** Who did what and when, newest first: of everybody or of one, everything or one kind of thing. */
export function AuditLog() {
  const { t } = useTranslation();
  const [event, setEvent] = useState("");
  const [who, setWho] = useState("");
  const people = useInfiniteQuery(peopleQuery(""));
  const log = useInfiniteQuery({
    queryKey: ["admin", "audit", event, who],
    queryFn: ({ pageParam }) =>
      data(api.GET("/api/v1/admin/audit", { params: { query: query(event, who, pageParam) } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
  const entries = log.data?.pages.flatMap((page) => page.items) ?? [];
  const events = Object.entries(t("event", { returnObjects: true }) as Record<Event, string>);
  return (
    <Section title={t("admin.log")}>
      <div className="grid gap-3">
        <Select
          label={t("admin.event")}
          value={event}
          onChange={setEvent}
          options={[["", t("admin.allEvents")], ...events]}
        />
        <Select
          label={t("admin.who")}
          value={who}
          onChange={setWho}
          options={[
            ["", t("admin.everybody")],
            ...(people.data?.pages ?? []).flatMap((page) =>
              page.items.map((one): [string, string] => [one.id, one.email]),
            ),
          ]}
        />
      </div>
      <Trouble error={log.error} onRetry={() => void log.refetch()} />
      {log.isSuccess && entries.length === 0 ? <p className="text-soft">{t("admin.noEntries")}</p> : null}
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
      <More pages={log} />
    </Section>
  );
}

function query(event: string, who: string, cursor: string) {
  return {
    limit: 30,
    ...(event ? { event: event as Event } : {}),
    ...(who ? { account_id: who } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

function Entry({ entry }: { entry: Schema["AuditOut"] }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const stranger = entry.account_id ? t("admin.erasedPerson") : t("admin.stranger");
  return (
    <Row
      title={t(`event.${entry.event}`, entry.event)}
      about={
        <>
          <bdi>{entry.email ?? stranger}</bdi>
          {entry.about_email && entry.about_email !== entry.email ? (
            <>
              {" · "}
              <bdi>{entry.about_email}</bdi>
            </>
          ) : null}
          <span className="block">
            {moment(entry.at)}
            {entry.address ? (
              <>
                {" · "}
                <bdi>{entry.address}</bdi>
              </>
            ) : null}
          </span>
        </>
      }
    />
  );
}
