type ChecksProps<Name extends string> = {
  label: string;
  options: [Name, string][];
  chosen: Name[];
  onChange: (chosen: Name[]) => void;
};

/** Several things of which any may be chosen. */
export function Checks<Name extends string>({ label, options, chosen, onChange }: ChecksProps<Name>) {
  return (
    <fieldset>
      <legend className="font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-x-6">
        {options.map(([name, words]) => (
          <label key={name} className="flex min-h-11 cursor-pointer items-center gap-2.5">
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, name] : chosen.filter((one) => one !== name))
              }
              className="size-5 accent-[var(--madder)]"
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
