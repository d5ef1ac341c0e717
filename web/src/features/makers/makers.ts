import { queryOptions } from "@tanstack/react-query";
import { api, data, type Schema } from "@/api/client";

/** Somebody who draws pictures, or lets them move, on their terms. */
export type Maker = Schema["ProviderOut"];

export const makersQuery = queryOptions({
  queryKey: ["providers"],
  queryFn: () => data(api.GET("/api/v1/providers")),
  staleTime: Number.POSITIVE_INFINITY,
});

export const isAnimator = (maker: Maker) => maker.clip_seconds.length > 0;
