import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";

type PillsProps = {
  label: string;
  chosen: string;
  onChoose: (name: string) => void;
  parts: { name: string; label: string; content: ReactNode }[];
};

/** On a phone the chosen name may be beyond the end of the strip. */
function bringIntoSight(pill: HTMLElement | null): void {
  pill?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
}

/** Parts of which one is shown; a strip of names to push along on a phone. One part alone needs no name. */
export function Pills({ label, chosen, onChoose, parts }: PillsProps) {
  if (parts.length === 1) return parts[0]?.content;
  return (
    <Tabs
      selectedKey={chosen}
      onSelectionChange={(key) => onChoose(String(key))}
      className="grid min-w-0 gap-5"
    >
      <TabList
        aria-label={label}
        className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0"
      >
        {parts.map((part) => (
          <Tab
            key={part.name}
            id={part.name}
            ref={part.name === chosen ? bringIntoSight : null}
            className="flex min-h-11 shrink-0 cursor-pointer items-center rounded-full border border-edge px-4 data-[selected]:border-ink data-[selected]:bg-ink data-[selected]:text-paper"
          >
            {part.label}
          </Tab>
        ))}
      </TabList>
      {parts.map((part) => (
        <TabPanel key={part.name} id={part.name}>
          {part.content}
        </TabPanel>
      ))}
    </Tabs>
  );
}
