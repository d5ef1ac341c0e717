import { useTranslation } from "react-i18next";
import { FIRST_WISH, type Part, sampleAddress } from "./sample";

type TryStripProps = {
  part: Part;
  title: string;
  words: string[];
  chosen: string | null;
  onChoose: (word: string) => void;
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
          <img
            src={sampleAddress({ ...FIRST_WISH, template: null, [part]: word }, 160)}
            alt=""
            width={160}
            height={160}
            className="aspect-square w-full rounded-control bg-line object-cover"
          />
          {t(`${group}.${word}`, word)}
        </label>
      ))}
    </fieldset>
  );
}
