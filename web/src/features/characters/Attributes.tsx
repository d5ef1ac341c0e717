import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pills } from "@/ui/Pills";
import { AttributePicker } from "./AttributePicker";
import type { Attribute, Character, Tried } from "./characters";
import { grouped } from "./groups";
import { Question } from "./Question";

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
    <Pills
      label={t("characters.groups")}
      chosen={open}
      onChoose={setChosen}
      parts={groups.map((group) => ({
        name: group.name,
        label: t(`group.${group.name}`, { count: group.attributes.length }),
        content: (
          <div className="grid gap-7">
            {group.attributes.map((attribute) => {
              const Choice = character.asks.includes(attribute.name) ? Question : AttributePicker;
              return (
                <Choice
                  key={attribute.name}
                  attribute={attribute}
                  character={character}
                  onChoose={(value) => onChoose({ [attribute.name]: value })}
                />
              );
            })}
          </div>
        ),
      }))}
    />
  );
}
