import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Clapperboard, Download, Heart, type LucideProps, RefreshCw, Trash2 } from "lucide-react";
import { type ComponentType, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate, useParams } from "react-router";
import { saveFile } from "@/api/saveFile";
import { characterQuery } from "@/features/characters/characters";
import { jobQuery } from "@/features/jobs/jobs";
import { PassedOver } from "@/features/jobs/PassedOver";
import { ActionBar } from "@/ui/ActionBar";
import { Button } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { Animate } from "./Animate";
import { type Artwork, artworkQuery } from "./artworks";
import { BeforeAfter } from "./BeforeAfter";
import { Clip } from "./Clip";
import { FittedImage } from "./FittedImage";
import { Moving } from "./Moving";
import { useArtworkChanges } from "./useArtworkChanges";

/** One picture, large, and what can be done with it. */
export function ArtworkPage() {
  const { artworkId = "" } = useParams();
  const artwork = useQuery(artworkQuery(artworkId));
  if (!artwork.data) return <Trouble error={artwork.error} onRetry={() => void artwork.refetch()} />;
  return <Shown key={artworkId} artwork={artwork.data} />;
}

function Shown({ artwork }: { artwork: Artwork }) {
  const { t } = useTranslation();
  const { favour, remove, again } = useArtworkChanges(artwork);
  const [animating, setAnimating] = useState(false);
  const job = useQuery({ ...jobQuery(artwork.id), retry: false });
  const place = t(`template.${artwork.template}`, artwork.template);
  const look = t(`style.${artwork.style}`, artwork.style);
  const download = useMutation({
    mutationFn: () =>
      saveFile(
        `/api/v1/artworks/${artwork.id}/image?size=print`,
        `limner-${artwork.template}-${artwork.style}.png`,
      ),
  });
  const original = useMutation({
    mutationFn: () =>
      saveFile(
        `/api/v1/artworks/${artwork.id}/original`,
        `limner-original.${artwork.provenance.original_type?.replace("image/", "")}`,
      ),
  });
  return (
    <div className="grid gap-5 sm:grid-cols-[2fr_1fr] sm:gap-10">
      <Picture artwork={artwork} alt={t("gallery.picture", { place, look })} />
      <div className="grid content-start gap-4">
        <div>
          <h1>{place}</h1>
          <p className="text-soft">{look}</p>
        </div>
        <PassedOver of={job.data?.passed_over ?? []} by={whoMadeIt(artwork)} />
        {artwork.lost.length > 0 ? (
          <p className="border-ochre border-s-4 ps-3">
            {t("gallery.lost", {
              what: artwork.lost.map((one) => t(`attribute.${one.name}`, one.name)).join(", "),
            })}
          </p>
        ) : null}
        <div className="grid grid-cols-2 gap-2">
          <Small
            icon={Heart}
            filled={artwork.favourite}
            label={artwork.favourite ? t("gallery.unfavour") : t("gallery.favour")}
            onPress={() => favour.mutate()}
            isDisabled={favour.isPending}
          />
          <Small
            icon={Clapperboard}
            label={t("gallery.animate")}
            onPress={() => setAnimating(true)}
            isDisabled={false}
          />
          <Small
            icon={RefreshCw}
            label={t("gallery.again")}
            onPress={() => again.mutate()}
            isDisabled={again.isPending}
          />
          <Small
            icon={Trash2}
            label={t("gallery.delete")}
            onPress={() => remove.mutate()}
            isDisabled={remove.isPending}
          />
        </div>
        {animating ? <Animate artwork={artwork} onClose={() => setAnimating(false)} /> : null}
        <Trouble error={download.error ?? favour.error ?? again.error ?? remove.error ?? original.error} />
        {artwork.provenance.original_type ? (
          <div>
            <Button kind="quiet" onPress={() => original.mutate()} isDisabled={original.isPending}>
              {t("gallery.original")}
            </Button>
          </div>
        ) : null}
        <ActionBar>
          <Button onPress={() => download.mutate()} isDisabled={download.isPending}>
            <Download className="size-5" aria-hidden="true" />
            {t("gallery.download")}
          </Button>
        </ActionBar>
      </div>
    </div>
  );
}

/** Who made what is shown: the clip, the loop or the picture. */
function whoMadeIt({ provenance, loop_url, provider }: Artwork) {
  return provenance.clip?.provider ?? (loop_url ? "local" : provider);
}

function Picture({ artwork, alt }: { artwork: Artwork; alt: string }) {
  const location = useLocation();
  const navigate = useNavigate();
  const character = useQuery({
    ...characterQuery(artwork.character_id ?? ""),
    enabled: artwork.character_id !== null,
  });
  const photoId = artwork.photo_id ?? character.data?.photo_ids[0];
  const fresh = (location.state as { fresh?: boolean } | null)?.fresh;
  if (artwork.clip_url) return <Clip artwork={artwork} clip={artwork.clip_url} alt={alt} />;
  if (artwork.loop_url) return <Moving artwork={artwork} loop={artwork.loop_url} alt={alt} />;
  if (fresh && photoId)
    return (
      <BeforeAfter
        artwork={artwork}
        photoId={photoId}
        onSeen={() => void navigate(location.pathname, { replace: true, state: null })}
      />
    );
  return <Large artwork={artwork} alt={alt} />;
}

/** The picture; touched, it fills the window. */
function Large({ artwork, alt }: { artwork: Artwork; alt: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const open = useMutation({
    mutationFn: async () => {
      const { neighboursOf, openViewer } = await import("./viewer");
      openViewer(neighboursOf(artwork, queries), artwork, t, (last) => {
        if (last.id !== artwork.id) void navigate(`/gallery/${last.id}`, { replace: true });
      });
    },
  });
  return (
    <AriaButton
      aria-label={t("gallery.enlarge", { picture: alt })}
      onPress={() => open.mutate()}
      className="mx-auto block cursor-zoom-in rounded-picture sm:self-start"
    >
      <FittedImage artwork={artwork} src={artwork.screen_url} alt={alt} />
    </AriaButton>
  );
}

type SmallProps = {
  icon: ComponentType<LucideProps>;
  label: string;
  onPress: () => void;
  isDisabled: boolean;
  filled?: boolean;
};

function Small({ icon: Icon, label, filled = false, ...press }: SmallProps) {
  return (
    <AriaButton
      {...press}
      className="grid min-h-16 cursor-pointer content-center justify-items-center gap-1 rounded-control border border-line bg-card p-2 text-sm leading-tight hover:border-ink disabled:opacity-50"
    >
      <Icon className={`size-5 ${filled ? "fill-madder stroke-madder" : ""}`} aria-hidden="true" />
      {label}
    </AriaButton>
  );
}
