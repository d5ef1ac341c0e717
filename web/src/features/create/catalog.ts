import { queryOptions } from "@tanstack/react-query";
import { api, data } from "@/api/client";

export const stylesQuery = queryOptions({
  queryKey: ["styles"],
  queryFn: () => data(api.GET("/api/v1/styles")),
  staleTime: Number.POSITIVE_INFINITY,
});

export const templatesQuery = queryOptions({
  queryKey: ["templates"],
  queryFn: () => data(api.GET("/api/v1/templates")),
  staleTime: Number.POSITIVE_INFINITY,
});

export const outfitsQuery = queryOptions({
  queryKey: ["outfits"],
  queryFn: () => data(api.GET("/api/v1/outfits")),
  staleTime: Number.POSITIVE_INFINITY,
});

export const posesQuery = queryOptions({
  queryKey: ["poses"],
  queryFn: () => data(api.GET("/api/v1/poses")),
  staleTime: Number.POSITIVE_INFINITY,
});
