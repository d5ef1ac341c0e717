import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { AttributePicker } from "./AttributePicker";
import type { Attribute, Character, Tried } from "./characters";
import { grouped } from "./groups";

type AttributesProps = {
  character: Character;
  attributes: Attribute[];
  onChoose: (values: Tried) => void;
};

/** What can be corrected, in groups of which one is shown; what is uncertain is the first group. */
export function Attributes({ character, attributes, onChoose }: AttributesProps) {
  const { t } = useTranslation();
  const groups = grouped(character, attributes);
  const [chosen, setChosen] = useState(groups[0]?.name ?? "face");
  const open = groups.some((group) => group.name === chosen) ? chosen : (groups[0]?.name ?? "face");
  return (
    <Tabs
      selectedKey={open}
      onSelectionChange={(key) => setChosen(String(key))}
      className="grid min-w-0 gap-5"
    >
      <TabList
        aria-label={t("characters.groups")}
        className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0"
      >
        {groups.map((group) => (
          <Tab
            key={group.name}
            id={group.name}
            className="flex min-h-11 shrink-0 cursor-pointer items-center rounded-full border border-edge px-4 data-[selected]:border-ink data-[selected]:bg-ink data-[selected]:text-paper"
          >
            {t(`group.${group.name}`, { count: group.attributes.length })}
          </Tab>
        ))}
      </TabList>
      {groups.map((group) => (
        <TabPanel key={group.name} id={group.name} className="grid gap-7">
          {group.attributes.map((attribute) => (
            <AttributePicker
              key={attribute.name}
              attribute={attribute}
              character={character}
              onChoose={(value) => onChoose({ [attribute.name]: value })}
            />
          ))}
        </TabPanel>
      ))}
    </Tabs>
  );
}
