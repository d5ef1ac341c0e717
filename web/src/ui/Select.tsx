type SelectProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: [string, string][];
  /** The label is only read out: the options say what they are. */
  quiet?: boolean;
};

/** The system's own list: it is the best one on every phone. */
export function Select({ label, value, onChange, options, quiet = false }: SelectProps) {
  return (
    <label className="flex min-w-0 items-center gap-3">
      <span className={quiet ? "sr-only" : "min-w-24 text-soft"}>{label}</span>
      <select
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-11 w-full min-w-0 max-w-56 rounded-control border border-edge bg-card px-3"
      >
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
