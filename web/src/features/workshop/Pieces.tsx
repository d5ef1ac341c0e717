import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "@/api/client";
import { ActionBar } from "@/ui/ActionBar";
import { Button } from "@/ui/Button";
import { Confirm } from "@/ui/Confirm";
import { Copied } from "@/ui/Copied";
import { Costs } from "@/ui/Costs";
import { Empty } from "@/ui/Empty";
import { LanguageChoice } from "@/ui/LanguageChoice";
import { Meter } from "@/ui/Meter";
import { More } from "@/ui/More";
import { Progress } from "@/ui/Progress";
import { Row } from "@/ui/Row";
import { Section } from "@/ui/Section";
import { Sheet } from "@/ui/Sheet";
import { ShownOnce } from "@/ui/ShownOnce";
import { ThemeChoice } from "@/ui/ThemeChoice";
import { Trouble } from "@/ui/Trouble";
import { showToast } from "@/ui/toasts";
import { Buttons } from "./Buttons";
import { Forms } from "./Forms";
import { Piece } from "./Piece";

const NOTHING = () => undefined;
const LIST = { hasNextPage: true, isFetchingNextPage: false, fetchNextPage: async () => undefined };
const REFUSED = new ApiProblem({
  type: "about:blank",
  title: "Over quota",
  status: 429,
  code: "request.over_quota",
  detail: "You can ask for 10 pictures a day.",
  advice: "Go on tomorrow, or ask for a larger number.",
});

/** One of each, in each state; `frame` says in which look. */
export function Pieces({ frame }: { frame: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className="grid gap-8">
      <Buttons />
      <Forms />
      <Piece name="Progress">
        {[0, 0.4, 1].map((share) => (
          <Progress key={share} share={share} label={t("job.progress")} />
        ))}
      </Piece>
      <Piece name="Meter">
        {[0, 0.4, 1].map((share) => (
          <Meter key={share} share={share} label={t("account.room")} words={`${share * 100} %`} />
        ))}
      </Piece>
      <Piece name="Row">
        <ul>
          <Row title="Firefox, Android" about={t("account.thisDevice")} />
          <Row title="Chrome, Mac" about={t("account.keyUnused")}>
            <Button kind="quiet">{t("account.signOut")}</Button>
          </Row>
        </ul>
      </Piece>
      <Piece name="Trouble">
        <Trouble error={new Error("away")} onRetry={NOTHING} />
        <Trouble error={REFUSED} />
      </Piece>
      <Piece name="Confirm">
        <div>
          <Confirm
            title={t("account.erase")}
            words={t("account.eraseWords")}
            action={t("account.eraseNow")}
            onConfirm={NOTHING}
          >
            <Button kind="quiet">{t("account.erase")}</Button>
          </Confirm>
        </div>
      </Piece>
      <Piece name="Sheet">
        <div>
          <Button kind="quiet" onPress={() => setOpen(true)}>
            {t("gallery.title")}
          </Button>
        </div>
        {open ? (
          <Sheet title={t("gallery.title")} onClose={() => setOpen(false)}>
            <p>{t("gallery.empty")}</p>
          </Sheet>
        ) : null}
      </Piece>
      <Piece name="ShownOnce">
        <ShownOnce words={t("account.keyOnce")} secret="lim_01m82ewfcfkhxxe53d4hd83h5r_secret">
          {t("account.rotated", { day: "2026-03-01" })}
        </ShownOnce>
      </Piece>
      <Piece name="Copied">
        <Copied label={t("hand.prompt")} text="a young child with round glasses --ar 4:5" />
      </Piece>
      <Piece name="Costs">
        <Costs costs={[{ month: "2026-03", provider: "local", pictures: 12, microusd: 403_200 }]} />
      </Piece>
      <Piece name="More">
        <More pages={LIST} />
        <More pages={{ ...LIST, isFetchingNextPage: true }} />
      </Piece>
      <Piece name="ActionBar">
        <ActionBar>
          <Button>{t("create.draw")}</Button>
        </ActionBar>
      </Piece>
      <Piece name="Section">
        <Section title={frame}>
          <p>{t("account.photosHint")}</p>
        </Section>
      </Piece>
      <Piece name="ToastPlace">
        <div>
          <Button
            kind="quiet"
            onPress={() => showToast({ words: t("gallery.deleted"), action: t("undo"), onAction: NOTHING })}
          >
            {t("gallery.delete")}
          </Button>
        </div>
      </Piece>
      <Piece name="Empty">
        <Empty words={t("gallery.empty")} />
      </Piece>
      <Piece name="LanguageChoice, ThemeChoice">
        <LanguageChoice />
        <ThemeChoice />
      </Piece>
    </div>
  );
}
