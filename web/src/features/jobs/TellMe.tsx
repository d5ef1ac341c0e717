import { Bell, BellRing } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "@/ui/Button";
import { askForNotices, noticeState, stopNotices } from "./notices";

/** Asks for notices of the system only when it is pressed, and takes that back. */
export function TellMe() {
  const { t } = useTranslation();
  const [state, setState] = useState(noticeState);
  if (state === "impossible") return null;
  if (state === "refused") return <p className="self-center text-sm text-soft">{t("job.refused")}</p>;
  return state === "wanted" ? (
    <Button kind="quiet" onPress={() => setState(stopNotices())}>
      <BellRing className="size-5" aria-hidden="true" />
      {t("job.tellOff")}
    </Button>
  ) : (
    <Button kind="quiet" onPress={async () => setState(await askForNotices())}>
      <Bell className="size-5" aria-hidden="true" />
      {t("job.tell")}
    </Button>
  );
}
