import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ApiProblem, api, data, type Schema } from "@/api/client";
import { newKey } from "@/api/newKey";
import { stylesQuery } from "@/features/create/catalog";
import { Consent } from "@/features/makers/Consent";
import { Licence, MakerChoice } from "@/features/makers/MakerChoice";
import { isAnimator, type Maker, makersQuery } from "@/features/makers/makers";
import { Button } from "@/ui/Button";
import { Checks } from "@/ui/Checks";
import { Field } from "@/ui/Field";
import { Select } from "@/ui/Select";
import { Sheet } from "@/ui/Sheet";
import { Trouble } from "@/ui/Trouble";
import { useFormats } from "@/ui/useFormats";
import type { Artwork } from "./artworks";

type Gesture = NonNullable<Schema["Moving"]["gestures"]>[number];
const GESTURES: Gesture[] = ["blink", "smile", "tilt", "wave", "breathe", "parallax"];
const LOOP_PX = 600;
const LOOP_S = 2;
const CLIP_S = 5;
const LONGEST_WISH = 400;
const HERE = "local";

/** Asks what shall move and who moves it; a picture of its own comes of it. */
export function Animate({ artwork, onClose }: { artwork: Artwork; onClose: () => void }) {
  const { t } = useTranslation();
  const { seconds: inWords } = useFormats();
  const styles = useQuery(stylesQuery);
  const { makers, maker, choose } = useAnimators();
  const painted = styles.data?.find((style) => style.name === artwork.style)?.family === "portrait";
  // Nobody waves in a painted portrait: it ends at the shoulders.
  const possible = GESTURES.filter((gesture) => !(painted && gesture === "wave"));
  const [chosen, setChosen] = useState<Gesture[]>(artwork.order.motion?.gestures ?? GESTURES);
  const [words, setWords] = useState("");
  const lengths = maker?.clip_seconds ?? [];
  const [length, setLength] = useState(CLIP_S);
  const seconds = lengths.length ? nearest(lengths, length) : LOOP_S;
  const takesWords = lengths.length > 0 && maker?.takes_words === true;
  const byItself = lengths.length > 0 && !takesWords;
  const gestures = byItself ? possible : possible.filter((gesture) => chosen.includes(gesture));
  const animate = useAnimate(artwork, {
    gestures,
    seconds,
    size_px: LOOP_PX,
    provider: maker?.name ?? HERE,
    words: takesWords ? words : "",
  });
  return (
    <Sheet title={t("gallery.animateTitle")} onClose={onClose}>
      <p className="text-soft">{t("gallery.animateWords")}</p>
      <MakerChoice label={t("animate.by")} makers={makers} chosen={maker} onChange={choose} />
      {lengths.length > 1 ? <Length lengths={lengths} seconds={seconds} onChange={setLength} /> : null}
      {byItself ? (
        <p>{t("animate.byItself", { length: inWords(seconds) })}</p>
      ) : (
        <Checks
          label={t("gesture.title")}
          options={possible.map((gesture) => [gesture, t(`gesture.${gesture}`)])}
          chosen={gestures}
          onChange={setChosen}
        />
      )}
      {takesWords ? (
        <Field
          label={t("animate.words")}
          hint={t("animate.wordsHint")}
          maxLength={LONGEST_WISH}
          value={words}
          onChange={setWords}
        />
      ) : null}
      {maker && isAnimator(maker) ? <Terms maker={maker} seconds={seconds} /> : null}
      <Trouble error={animate.error} />
      <Consent maker={maker} onAgreed={() => animate.mutate()}>
        {(onPress) => (
          <Button {...(onPress ? { onPress } : {})} isDisabled={gestures.length === 0 || animate.isPending}>
            {t("gallery.animateGo")}
          </Button>
        )}
      </Consent>
    </Sheet>
  );
}

/** This computer, and whoever else is set up to let pictures move. */
function useAnimators() {
  const all = useQuery(makersQuery).data ?? [];
  const [name, setName] = useState(HERE);
  const makers = all.filter((one) => one.name === HERE || (isAnimator(one) && one.ready));
  return { makers, maker: makers.find((one) => one.name === name), choose: setName };
}

function useAnimate(artwork: Artwork, motion: Schema["Moving"]) {
  const navigate = useNavigate();
  // The same press sent twice is one job: a clip may cost money.
  const key = useRef(newKey());
  return useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/v1/jobs", {
          body: { artwork_id: artwork.id, motion },
          params: { header: { "Idempotency-Key": key.current } },
        }),
      ),
    onSuccess: (job) => navigate(`/jobs/${job.id}`),
    onError: (error) => {
      if (error instanceof ApiProblem) key.current = newKey();
    },
  });
}

type LengthProps = { lengths: number[]; seconds: number; onChange: (seconds: number) => void };

function Length({ lengths, seconds, onChange }: LengthProps) {
  const { t } = useTranslation();
  const { seconds: inWords } = useFormats();
  return (
    <Select
      label={t("animate.length")}
      value={String(seconds)}
      onChange={(value) => onChange(Number(value))}
      options={lengths.map((one) => [String(one), inWords(one)])}
    />
  );
}

/** Where the picture goes, what the clip costs, and what may be done with it. */
function Terms({ maker, seconds }: { maker: Maker; seconds: number }) {
  const { t } = useTranslation();
  const { money } = useFormats();
  const cost = maker.price_microusd
    ? t("animate.costs", { money: money(maker.price_microusd * seconds) })
    : t("create.free");
  return (
    <div>
      <p className="text-sm text-soft">
        {maker.photo_leaves ? t("animate.there", { to: maker.goes_to }) : t("animate.here")} {cost}
      </p>
      <Licence maker={maker} />
    </div>
  );
}

const nearest = (lengths: number[], wanted: number) =>
  lengths.reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best));
