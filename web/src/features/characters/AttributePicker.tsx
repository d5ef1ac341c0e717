import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Attribute, Character } from "./characters";
import { closeness } from "./groups";
import { Preview } from "./Preview";

type PickerProps = { attribute: Attribute; character: Character; onChoose: (value: string) => void };
type ChoicesProps = PickerProps & { now: string; title: string };

/** One attribute: each value as a small drawing of this very person. */
export function AttributePicker({ attribute, character, onChoose }: PickerProps) {
  const { t } = useTranslation();
  const reading = character.attributes[attribute.name];
  const now = String(reading?.drawn ?? reading?.value ?? "");
  const title = t(`attribute.${attribute.name}`, attribute.name);
  const choices = { attribute, character, now, title, onChoose };
  return (
    <div className="grid gap-2">
      <span className="font-semibold" aria-hidden="true">
        {title}
      </span>
      {attribute.kind === "number" ? <Slider key={now} {...choices} /> : <Pictures {...choices} />}
      {attribute.kind === "colour" ? <OwnColour key={now} {...choices} /> : null}
    </div>
  );
}

function Pictures({ attribute, character, now, title, onChoose }: ChoicesProps) {
  const { t } = useTranslation();
  const group = useId();
  const values = attribute.kind === "yes_no" ? { false: "false", true: "true" } : (attribute.words ?? {});
  const few = Object.keys(values).length <= 2;
  return (
    <fieldset className={`grid gap-2 ${few ? "grid-cols-2" : "grid-cols-3"}`}>
      <legend className="sr-only">{title}</legend>
      {Object.entries(values).map(([word, value]) => (
        <label
          key={word}
          className="grid cursor-pointer content-start gap-1 rounded-picture p-1 text-center text-sm has-checked:font-semibold has-checked:outline-3 has-checked:outline-madder has-focus-visible:outline-3 has-focus-visible:outline-verdigris has-focus-visible:outline-offset-2"
        >
          <input
            type="radio"
            name={group}
            className="sr-only"
            checked={value === now}
            onChange={() => onChoose(value)}
          />
          <Preview
            character={character}
            attributes={{ [attribute.name]: value }}
            near={closeness(attribute.name)}
            alt=""
          />
          {t(`value.${word}`, word.replaceAll("-", " "))}
        </label>
      ))}
    </fieldset>
  );
}

function OwnColour({ now, title, onChoose }: ChoicesProps) {
  const { t } = useTranslation();
  return (
    <label className="flex min-h-12 items-center gap-3">
      <input
        type="color"
        aria-label={`${title}: ${t("characters.ownColour")}`}
        defaultValue={now}
        onBlur={(event) => event.target.value !== now && onChoose(event.target.value)}
        className="h-11 w-16 rounded-control border border-edge"
      />
      {t("characters.ownColour")}
    </label>
  );
}

function Slider({ attribute, now, title, onChoose }: ChoicesProps) {
  const [value, setValue] = useState(now);
  const keep = () => {
    if (value !== now) onChoose(value);
  };
  return (
    <input
      type="range"
      aria-label={title}
      min={attribute.low ?? 0}
      max={attribute.high ?? 1}
      step={0.05}
      value={value}
      onChange={(event) => setValue(event.target.value)}
      onPointerUp={keep}
      onKeyUp={keep}
      className="h-11 w-full accent-[var(--madder)]"
    />
  );
}
