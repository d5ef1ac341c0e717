import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { api, data, type Schema } from "@/api/client";
import { showToast } from "@/ui/toasts";
import type { Artwork } from "./artworks";

/** Making a picture a favourite, deleting it, which can be undone, and drawing it again. */
export function useArtworkChanges(artwork: Artwork) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = { artwork_id: artwork.id };
  const fresh = () => queries.invalidateQueries({ queryKey: ["artworks"] });
  const favour = useMutation({
    mutationFn: () =>
      data(
        api.PATCH("/api/v1/artworks/{artwork_id}", {
          params: { path },
          body: { favourite: !artwork.favourite },
        }),
      ),
    onSuccess: fresh,
  });
  const bringBack = async () => {
    await api.POST("/api/v1/artworks/{artwork_id}/restore", { params: { path } });
    await fresh();
  };
  const remove = useMutation({
    mutationFn: () => api.DELETE("/api/v1/artworks/{artwork_id}", { params: { path } }),
    onSuccess: async () => {
      await navigate("/gallery");
      queries.removeQueries({ queryKey: ["artworks", "one", artwork.id] });
      await fresh();
      showToast({
        words: t("gallery.deleted"),
        action: t("undo"),
        onAction: () => void bringBack().catch(fresh),
      });
    },
  });
  const again = useMutation({
    mutationFn: () => data(api.POST("/api/v1/jobs", { body: orderAgain(artwork) })),
    onSuccess: (job) => navigate(`/jobs/${job.id}`),
  });
  return { favour, remove, again };
}

/** The same picture with the next seed: what may vary varies. */
function orderAgain(artwork: Artwork): Schema["DrawOrder"] {
  return { ...artwork.order, seed: artwork.seed + 1 };
}
