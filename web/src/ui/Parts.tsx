import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";

type Part = { name: string; title: string; content: ReactNode };
type PartsProps = { label: string; parts: Part[]; open: string; onOpen: (name: string) => void };

/** A page in parts of which one is shown. */
export function Parts({ label, parts, open, onOpen }: PartsProps) {
  return (
    <Tabs selectedKey={open} onSelectionChange={(key) => onOpen(String(key))} className="grid min-w-0 gap-8">
      <TabList aria-label={label} className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0">
        {parts.map((part) => (
          <Tab
            key={part.name}
            id={part.name}
            className="flex min-h-11 shrink-0 cursor-pointer items-center rounded-full border border-edge px-4 data-[selected]:border-ink data-[selected]:bg-ink data-[selected]:text-paper"
          >
            {part.title}
          </Tab>
        ))}
      </TabList>
      {parts.map((part) => (
        <TabPanel key={part.name} id={part.name} className="grid min-w-0 gap-8">
          {part.content}
        </TabPanel>
      ))}
    </Tabs>
  );
}
