import { Input, Label, Text, TextField } from "react-aria-components";

type FieldProps = {
  label: string;
  type?: "text" | "email" | "password";
  value: string;
  onChange: (value: string) => void;
  autoComplete?: string;
  hint?: string;
  isRequired?: boolean;
  maxLength?: number;
};

/** A line of text with its label. */
export function Field({ label, hint, type = "text", ...props }: FieldProps) {
  return (
    <TextField {...props} type={type} className="grid gap-1.5">
      <Label className="font-semibold">{label}</Label>
      <Input className="min-h-12 w-full rounded-control border border-edge bg-card px-4 text-ink" />
      {hint ? (
        <Text slot="description" className="text-sm text-soft">
          {hint}
        </Text>
      ) : null}
    </TextField>
  );
}
