import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, data, type Schema } from "@/api/client";

export type Artwork = Schema["ArtworkOut"];
export type Filter = { style?: string; character_id?: string; favourite?: boolean };

export const artworksQuery = (filter: Filter) =>
  infiniteQueryOptions({
    queryKey: ["artworks", filter],
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/artworks", {
          params: { query: { ...filter, limit: 48, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const artworkQuery = (id: string) =>
  queryOptions({
    queryKey: ["artworks", "one", id],
    queryFn: () => data(api.GET("/api/v1/artworks/{artwork_id}", { params: { path: { artwork_id: id } } })),
  });
