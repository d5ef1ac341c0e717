import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "@/api/client";

const MOST_TRIES = 2;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What was refused stays refused; only a server that is away is asked again.
      retry: (tries, error) =>
        tries < MOST_TRIES && !(error instanceof ApiProblem && error.problem.status < 500),
    },
  },
});
