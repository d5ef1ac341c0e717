import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Attribute, Character } from "./characters";
import { Preview } from "./Preview";

type PickerProps = { attribute: Attribute; character: Character; onChoose: (value: string) => void };

/** One attribute: what it is now, and when opened each other value as a small drawing of this very person. */
export function AttributePicker({ attribute, character, onChoose }: PickerProps) {
  const { t } = useTranslation();
  const reading = character.attributes[attribute.name];
  const now = String(reading?.drawn ?? reading?.value ?? "");
  const asked = character.asks.includes(attribute.name);
  const [open, setOpen] = useState(asked);
  const title = t(`attribute.${attribute.name}`, attribute.name);
  return (
    <Disclosure isExpanded={open} onExpandedChange={setOpen} className="border-line border-b">
      <Heading level={2} className="text-base">
        <AriaButton
          slot="trigger"
          className="flex min-h-12 w-full cursor-pointer items-center gap-3 text-start font-sans"
        >
          <span className="font-semibold">{title}</span>
          <span className="ms-auto text-soft">
            {asked ? t("characters.ask") : <Worded attribute={attribute} value={now} />}
          </span>
          <ChevronDown
            className={`size-5 transition-transform ${open ? "rotate-180" : ""}`}
            aria-hidden="true"
          />
        </AriaButton>
      </Heading>
      <DisclosurePanel className="pb-4">
        {open ? (
          <Choices attribute={attribute} character={character} now={now} title={title} onChoose={onChoose} />
        ) : null}
      </DisclosurePanel>
    </Disclosure>
  );
}

function Worded({ attribute, value }: { attribute: Attribute; value: string }) {
  const { t } = useTranslation();
  if (attribute.kind === "colour")
    return <span className="block size-6 rounded-full border border-edge" style={{ background: value }} />;
  if (attribute.kind === "number") return <>{Math.round(Number(value) * 100)}</>;
  return <>{t(`value.${value}`, value.replaceAll("-", " "))}</>;
}

function Choices({
  attribute,
  character,
  now,
  title,
  onChoose,
}: PickerProps & { now: string; title: string }) {
  const { t } = useTranslation();
  if (attribute.kind === "number")
    return <Slider attribute={attribute} now={now} title={title} onChoose={onChoose} />;
  const values = attribute.kind === "yes_no" ? { true: "true", false: "false" } : (attribute.words ?? {});
  return (
    <div className="grid gap-3">
      <fieldset className="grid grid-cols-3 gap-2 sm:grid-cols-4">
        <legend className="sr-only">{title}</legend>
        {Object.entries(values).map(([word, value]) => (
          <label
            key={word}
            className="grid cursor-pointer gap-1 rounded-control p-1 text-center text-sm has-checked:outline-3 has-checked:outline-madder has-focus-visible:outline-3 has-focus-visible:outline-verdigris"
          >
            <input
              type="radio"
              name={attribute.name}
              className="sr-only"
              checked={value === now}
              onChange={() => onChoose(value)}
            />
            <Preview character={character} attributes={{ [attribute.name]: value }} widthPx={160} alt="" />
            {t(`value.${word}`, word.replaceAll("-", " "))}
          </label>
        ))}
      </fieldset>
      {attribute.kind === "colour" ? (
        <label className="flex min-h-12 items-center gap-3">
          <input
            type="color"
            defaultValue={now}
            key={now}
            onBlur={(event) => event.target.value !== now && onChoose(event.target.value)}
            className="h-11 w-16 rounded-control border border-edge"
          />
          {t("characters.ownColour")}
        </label>
      ) : null}
    </div>
  );
}

function Slider({
  attribute,
  now,
  title,
  onChoose,
}: Omit<PickerProps, "character"> & { now: string; title: string }) {
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
