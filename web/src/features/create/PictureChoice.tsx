import type { ReactNode } from "react";
import { useId } from "react";

type PictureChoiceProps = {
  title: string;
  options: { value: string; label: string; picture: ReactNode }[];
  chosen: string;
  onChoose: (value: string) => void;
};

/** A choice among pictures. */
export function PictureChoice({ title, options, chosen, onChoose }: PictureChoiceProps) {
  const group = useId();
  return (
    <fieldset>
      <legend className="mb-3 font-title text-xl">{title}</legend>
      <div className="grid grid-cols-3 gap-3">
        {options.map((option) => (
          <label
            key={option.value}
            className="grid cursor-pointer content-start gap-1.5 rounded-picture p-1 text-center text-sm has-checked:font-semibold has-checked:outline-3 has-checked:outline-madder has-focus-visible:outline-3 has-focus-visible:outline-verdigris"
          >
            <input
              type="radio"
              name={group}
              className="sr-only"
              checked={option.value === chosen}
              onChange={() => onChoose(option.value)}
            />
            {option.picture ?? (
              <span
                className="grid aspect-square place-items-center rounded-picture bg-card font-title text-3xl"
                aria-hidden="true"
              >
                ✎
              </span>
            )}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
