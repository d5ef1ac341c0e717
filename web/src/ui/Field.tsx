import type { ReactNode } from "react";
import { Input, Label, Text, TextField } from "react-aria-components";

type FieldProps = {
  label: string;
  type?: "text" | "email" | "password";
  value: string;
  onChange: (value: string) => void;
  autoComplete?: string;
  hint?: string;
  inputMode?: "numeric";
  isRequired?: boolean;
  minLength?: number;
  maxLength?: number;
  /** Stands beside the line, such as a button that keeps it. */
  beside?: ReactNode;
};

/** A line of text with its label. */
export function Field({ label, hint, beside, type = "text", ...props }: FieldProps) {
  return (
    <TextField {...props} type={type} className="grid gap-1.5">
      <Label className="font-semibold">{label}</Label>
      <div className="flex gap-2">
        <Input className="min-h-12 w-full min-w-0 rounded-control border border-edge bg-card px-4 text-ink" />
        {beside}
      </div>
      {hint ? (
        <Text slot="description" className="text-sm text-soft">
          {hint}
        </Text>
      ) : null}
    </TextField>
  );
}
