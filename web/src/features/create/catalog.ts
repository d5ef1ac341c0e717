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
