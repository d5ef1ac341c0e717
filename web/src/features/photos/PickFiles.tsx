import type { ReactNode } from "react";
import { BUTTON_LOOKS, type ButtonKind } from "@/ui/Button";

type PickFilesProps = {
  children: ReactNode;
  kind: ButtonKind;
  accept: string[];
  onFiles: (files: File[]) => void;
  /** Several at once. */
  multiple?: boolean;
  /** Open the camera of a phone rather than its pictures. */
  camera?: boolean;
};

/** Opens the browser's file chooser: its own input under a label, which a click, Enter and Space open without a script. */
export function PickFiles({
  children,
  kind,
  accept,
  onFiles,
  multiple = false,
  camera = false,
}: PickFilesProps) {
  return (
    <label
      className={`${BUTTON_LOOKS[kind]} relative has-focus-visible:outline-3 has-focus-visible:outline-verdigris has-focus-visible:outline-offset-2`}
    >
      <input
        type="file"
        className="absolute inset-0 cursor-pointer opacity-0"
        accept={accept.join(",")}
        multiple={multiple}
        {...(camera ? { capture: "user" as const } : {})}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be picked again.
          event.target.value = "";
        }}
      />
      {children}
    </label>
  );
}
