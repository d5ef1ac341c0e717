import type { ReactNode } from "react";
import { useId } from "react";

type PictureChoiceProps = {
  title: string;
  options: { value: string; label: string; picture: ReactNode }[];
  chosen: readonly string[];
  /** What is chosen from now on: one, or where `many` is set at least one. */
  onChoose: (values: string[]) => void;
  many?: boolean;
  /** No more can be chosen. */
  isFull?: boolean;
};

/** A choice among pictures: a strip to push along on a phone, a grid on a desk. */
export function PictureChoice({
  title,
  options,
  chosen,
  onChoose,
  many = false,
  isFull = false,
}: PictureChoiceProps) {
  const group = useId();
  const toggled = (value: string) => {
    if (!many) return [value];
    return chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-title text-xl">{title}</legend>
      <div className="-mx-4 flex items-start gap-3 overflow-x-auto px-4 py-1 sm:mx-0 sm:grid sm:grid-cols-[repeat(auto-fill,minmax(6.25rem,1fr))] sm:overflow-visible sm:px-0">
        {options.map((option) => (
          <label
            key={option.value}
            className="relative grid w-24 shrink-0 cursor-pointer content-start gap-1.5 rounded-picture p-1 text-center text-sm has-checked:font-semibold has-checked:outline-3 has-checked:outline-madder has-focus-visible:outline-3 has-focus-visible:outline-verdigris has-focus-visible:outline-offset-2 has-disabled:cursor-default has-disabled:opacity-50 sm:w-auto"
          >
            <input
              type={many ? "checkbox" : "radio"}
              name={group}
              className="sr-only"
              checked={chosen.includes(option.value)}
              disabled={isFull && !chosen.includes(option.value)}
              onChange={() => onChoose(toggled(option.value))}
            />
            {option.picture}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
