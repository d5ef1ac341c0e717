import { useMutation } from "@tanstack/react-query";
import { api, data } from "@/api/client";
import type { Person, PersonChange } from "./people";

/** Change what an administrator may change about somebody. */
export function useChange(person: Person, onChanged: () => Promise<unknown>) {
  return useMutation({
    mutationFn: (body: PersonChange) =>
      data(
        api.PATCH("/api/v1/admin/accounts/{account_id}", {
          params: { path: { account_id: person.id } },
          body,
        }),
      ),
    onSuccess: onChanged,
  });
}
