import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { api, data, type Schema } from "@/api/client";

export type Person = Schema["PersonOut"];
export type PersonChange = Schema["PersonChange"];

/** Everybody whose address holds `search`, newest first. */
export function peopleQuery(search: string) {
  return infiniteQueryOptions({
    queryKey: ["admin", "accounts", search],
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/admin/accounts", {
          params: { query: { search, limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}
