import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Download, Heart, RefreshCw, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { api, data, type Schema } from "@/api/client";
import { freshAccessToken } from "@/features/session/tokens";
import { Button, ButtonLink } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { type Artwork, artworkQuery } from "./artworks";

/** One picture, large, and what can be done with it. */
export function ArtworkPage() {
  const { artworkId = "" } = useParams();
  const artwork = useQuery(artworkQuery(artworkId));
  if (!artwork.data) return <Trouble error={artwork.error} onRetry={() => void artwork.refetch()} />;
  return <Shown key={artworkId} artwork={artwork.data} />;
}

function Shown({ artwork }: { artwork: Artwork }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = { artwork_id: artwork.id };
  const place = t(`template.${artwork.template}`, artwork.template);
  const look = t(`style.${artwork.style}`, artwork.style);
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
  const remove = useMutation({
    mutationFn: () => api.DELETE("/api/v1/artworks/{artwork_id}", { params: { path } }),
    onSuccess: fresh,
  });
  const bringBack = useMutation({
    mutationFn: () => data(api.POST("/api/v1/artworks/{artwork_id}/restore", { params: { path } })),
    onSuccess: () => {
      remove.reset();
      return fresh();
    },
  });
  const again = useMutation({
    mutationFn: () => data(api.POST("/api/v1/jobs", { body: orderAgain(artwork) })),
    onSuccess: (job) => navigate(`/jobs/${job.id}`),
  });
  const download = useMutation({ mutationFn: () => save(artwork) });
  if (remove.isSuccess) {
    return (
      <div className="mx-auto grid max-w-md justify-items-center gap-5 py-16 text-center" role="status">
        <p className="text-lg">{t("gallery.deleted")}</p>
        <Button kind="quiet" onPress={() => bringBack.mutate()}>
          {t("undo")}
        </Button>
        <Trouble error={bringBack.error} />
        <ButtonLink to="/gallery">{t("nav.gallery")}</ButtonLink>
      </div>
    );
  }
  return (
    <div className="grid gap-6 sm:grid-cols-[2fr_1fr]">
      <img
        src={artwork.screen_url}
        alt={t("gallery.picture", { place, look })}
        width={artwork.width_px}
        height={artwork.height_px}
        className="mx-auto block max-h-[85dvh] w-auto rounded-picture bg-cover"
        style={{ backgroundImage: `url(data:image/webp;base64,${artwork.blur})` }}
      />
      <div className="grid content-start gap-4">
        <h1>{place}</h1>
        <p className="text-soft">{look}</p>
        {artwork.lost.length > 0 ? (
          <p className="border-ochre border-s-4 ps-3">
            {t("gallery.lost", {
              what: artwork.lost.map((one) => t(`attribute.${one.name}`, one.name)).join(", "),
            })}
          </p>
        ) : null}
        <Button onPress={() => download.mutate()} isDisabled={download.isPending}>
          <Download className="size-5" aria-hidden="true" />
          {t("gallery.download")}
        </Button>
        <Button kind="quiet" onPress={() => favour.mutate()} isDisabled={favour.isPending}>
          <Heart
            className={`size-5 ${artwork.favourite ? "fill-madder stroke-madder" : ""}`}
            aria-hidden="true"
          />
          {artwork.favourite ? t("gallery.unfavour") : t("gallery.favour")}
        </Button>
        <Button kind="quiet" onPress={() => again.mutate()} isDisabled={again.isPending}>
          <RefreshCw className="size-5" aria-hidden="true" />
          {t("gallery.again")}
        </Button>
        <Button kind="quiet" onPress={() => remove.mutate()} isDisabled={remove.isPending}>
          <Trash2 className="size-5" aria-hidden="true" />
          {t("gallery.delete")}
        </Button>
        <Trouble error={download.error ?? favour.error ?? again.error ?? remove.error} />
      </div>
    </div>
  );
}

/** The same picture with the next seed: what may vary varies. */
function orderAgain(artwork: Artwork): Schema["DrawOrder"] {
  return {
    photo_id: artwork.character_id ? null : artwork.photo_id,
    character_id: artwork.character_id,
    style: artwork.style,
    template: artwork.template,
    seed: artwork.seed + 1,
    provider: artwork.provider,
    size_px: artwork.width_px,
  };
}

async function save(artwork: Artwork): Promise<void> {
  const response = await fetch(`/api/v1/artworks/${artwork.id}/image?size=print`, {
    headers: { Authorization: `Bearer ${await freshAccessToken()}` },
  });
  if (!response.ok) throw new TypeError("offline");
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = `limner-${artwork.template}-${artwork.style}.png`;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
