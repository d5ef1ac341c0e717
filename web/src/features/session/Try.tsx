import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Trouble } from "@/ui/Trouble";
import { FIRST_WISH, type Part, sampleDrawingQuery, sampleQuery, type Wish } from "./sample";
import { TryStrip } from "./TryStrip";

const TITLES: Record<Part, string> = {
  style: "create.style",
  template: "create.place",
  "hair.colour": "attribute.hair.colour",
  "glasses.frame": "attribute.glasses.frame",
};

/** The sample photo and its drawing, which whoever comes by changes at will: nobody signs up for what they can't see. */
export function Try() {
  const { t } = useTranslation();
  const [wish, setWish] = useState<Wish>(FIRST_WISH);
  const [part, setPart] = useState<Part>("style");
  const choice = useQuery(sampleQuery);
  const isFirst = JSON.stringify(wish) === JSON.stringify(FIRST_WISH);
  const drawing = useQuery({ ...sampleDrawingQuery(wish), enabled: !isFirst });
  const words: Record<Part, string[]> = {
    style: choice.data?.styles ?? [],
    template: choice.data?.templates ?? [],
    "hair.colour": Object.keys(choice.data?.attributes["hair.colour"] ?? {}),
    "glasses.frame": Object.keys(choice.data?.attributes["glasses.frame"] ?? {}),
  };
  return (
    <div className="grid min-w-0 gap-3">
      <div className="relative mx-auto w-fit">
        <img
          src={isFirst ? "/sample.webp" : (drawing.data ?? "/sample.webp")}
          alt={t("welcome.sample")}
          aria-busy={drawing.isFetching}
          width={800}
          height={1000}
          className="h-[36dvh] w-auto rounded-picture object-cover sm:h-[62dvh]"
        />
        <img
          src="/api/v1/sample/photo"
          alt={t("welcome.samplePhoto")}
          width={512}
          height={512}
          className="absolute start-3 bottom-3 w-1/4 rounded-control border-3 border-white"
          onError={(event) => {
            event.currentTarget.hidden = true;
          }}
        />
      </div>
      {choice.data ? (
        <>
          <fieldset className="-mx-4 flex min-w-0 gap-1.5 overflow-x-auto px-4 py-1 [justify-content:safe_center]">
            <legend className="sr-only">{t("welcome.try")}</legend>
            {(Object.keys(TITLES) as Part[]).map((one) => (
              <label
                key={one}
                className="flex min-h-11 shrink-0 cursor-pointer items-center rounded-full border border-edge px-3 has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-3 has-focus-visible:outline-verdigris has-focus-visible:outline-offset-2"
              >
                <input
                  type="radio"
                  name="part"
                  className="sr-only"
                  checked={part === one}
                  onChange={() => setPart(one)}
                />
                {t(TITLES[one])}
              </label>
            ))}
          </fieldset>
          <TryStrip
            key={part}
            part={part}
            title={t(TITLES[part])}
            words={words[part]}
            chosen={wish[part] ?? null}
            onChoose={(word) => setWish({ ...wish, [part]: word })}
          />
        </>
      ) : null}
      <Trouble error={drawing.error} onRetry={() => void drawing.refetch()} />
    </div>
  );
}
