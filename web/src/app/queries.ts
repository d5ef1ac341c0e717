import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "@/api/client";

const MOST_TRIES = 2;

export const queries = new QueryClient({
  defaultOptions: {
    mutations: { networkMode: "always" },
    queries: {
      staleTime: 30_000,
      // A server at home may be reached without the internet, and one that is away is said to be so at once.
      networkMode: "always",
      // What was refused stays refused; only a server that is away is asked again.
      retry: (tries, error) =>
        tries < MOST_TRIES && !(error instanceof ApiProblem && error.problem.status < 500),
    },
  },
});
