import { useTranslation } from "react-i18next";
import { FIRST_WISH, type Part, sampleAddress } from "./sample";

type TryStripProps = {
  part: Part;
  title: string;
  words: string[];
  chosen: string | null;
  onChoose: (word: string) => void;
};

/* As near as what is chosen needs it; a place has no person in its middle. */
const NEAR: Record<Part, string> = {
  style: "scale-[1.4] origin-[50%_42%]",
  template: "",
  "hair.colour": "scale-[1.4] origin-[50%_42%]",
  "glasses.frame": "scale-[2] origin-[50%_60%]",
};

/** The choices of one kind as small drawings of the sample, the same for everybody, so that the server draws them once. */
export function TryStrip({ part, title, words, chosen, onChoose }: TryStripProps) {
  const { t } = useTranslation();
  const group = part === "style" || part === "template" ? part : "value";
  return (
    <fieldset className="flex min-w-0 gap-1.5 overflow-x-auto p-1.5 [justify-content:safe_center]">
      <legend className="sr-only">{title}</legend>
      {words.map((word) => (
        <label
          key={word}
          className="grid w-20 shrink-0 cursor-pointer content-start gap-1 rounded-picture p-1 text-center text-sm leading-tight has-checked:font-semibold has-checked:outline-3 has-checked:outline-madder has-focus-visible:outline-3 has-focus-visible:outline-verdigris"
        >
          <input
            type="radio"
            name={`try-${part}`}
            className="sr-only"
            checked={word === chosen}
            onChange={() => onChoose(word)}
          />
          <span className="block overflow-hidden rounded-control bg-line">
            <img
              src={sampleAddress({ ...FIRST_WISH, template: null, [part]: word }, 160)}
              alt=""
              loading="lazy"
              width={160}
              height={160}
              className={`aspect-square w-full object-cover ${NEAR[part]}`}
            />
          </span>
          {t(`${group}.${word}`, word)}
        </label>
      ))}
    </fieldset>
  );
}
