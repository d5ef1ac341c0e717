import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { Button } from "@/ui/Button";
import { Confirm } from "@/ui/Confirm";
import { Trouble } from "@/ui/Trouble";
import { type Photo, photosQuery } from "./photos";

/** Delete a photo for good, after asking: whoever wants a photo gone wants it gone now. */
export function DeletePhoto({ photo, onDeleted }: { photo: Photo; onDeleted: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => api.DELETE("/api/v1/photos/{photo_id}", { params: { path: { photo_id: photo.id } } }),
    onSuccess: () => {
      queries.removeQueries({ queryKey: ["photo", photo.id] });
      void queries.invalidateQueries(photosQuery);
      onDeleted();
    },
  });
  return (
    <>
      <Confirm
        title={t("photos.deleteTitle")}
        words={t("photos.deleteWords")}
        action={t("photos.delete")}
        onConfirm={() => remove.mutate()}
      >
        <Button kind="bare" isDisabled={remove.isPending}>
          <Trash2 className="size-5" aria-hidden="true" />
          {t("photos.delete")}
        </Button>
      </Confirm>
      <Trouble error={remove.error} />
    </>
  );
}
