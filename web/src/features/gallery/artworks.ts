import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, data, type Schema } from "@/api/client";

export type Artwork = Schema["ArtworkOut"];
export type Filter = {
  style?: string;
  character_id?: string;
  favourite?: boolean;
  since?: string;
  until?: string;
};
const AT_ONCE = 48;

/** Pictures newest first; those of an album in the order in which they came into it. */
export const artworksQuery = (filter: Filter, album: string | null = null) =>
  infiniteQueryOptions({
    queryKey: ["artworks", album ?? "", filter],
    queryFn: ({ pageParam }) => {
      const page = { limit: AT_ONCE, ...(pageParam ? { cursor: pageParam } : {}) };
      return album
        ? data(
            api.GET("/api/v1/albums/{album_id}/artworks", {
              params: { path: { album_id: album }, query: page },
            }),
          )
        : data(api.GET("/api/v1/artworks", { params: { query: { ...filter, ...page } } }));
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

export const artworkQuery = (id: string) =>
  queryOptions({
    queryKey: ["artworks", "one", id],
    queryFn: () => data(api.GET("/api/v1/artworks/{artwork_id}", { params: { path: { artwork_id: id } } })),
  });
