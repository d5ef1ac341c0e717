import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { asAddress } from "@/api/asAddress";
import { ApiProblem, api, data, problemOf } from "@/api/client";

/** What is tried on the sample, by the names of the API's query. */
export type Wish = {
  style: string;
  template: string | null;
  "hair.colour"?: string;
  "glasses.frame"?: string;
};
export type Part = keyof Wish;

/** What /sample.webp shows. */
export const FIRST_WISH: Wish = { style: "storybook", template: "moon" };

export const sampleQuery = queryOptions({
  queryKey: ["sample"],
  queryFn: () => data(api.GET("/api/v1/sample")),
  staleTime: Number.POSITIVE_INFINITY,
});

export function sampleAddress(wish: Wish, widthPx: number): string {
  const search = new URLSearchParams({ width_px: String(widthPx) });
  for (const [name, value] of Object.entries(wish)) if (value) search.set(name, value);
  return `/api/v1/sample/preview?${search}`;
}

/** A large drawing of the sample; what was shown before stays until it is there. */
export const sampleDrawingQuery = (wish: Wish) =>
  queryOptions({
    queryKey: ["sample", wish],
    queryFn: async ({ signal }) => {
      const answer = await fetch(sampleAddress(wish, 640), { signal });
      if (!answer.ok) throw new ApiProblem(await problemOf(answer));
      return asAddress(await answer.blob());
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
