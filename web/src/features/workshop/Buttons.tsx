import { Heart } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink } from "@/ui/Button";
import { Piece } from "./Piece";

const KINDS = ["main", "quiet", "bare"] as const;

/** Every kind of button, free and waiting. */
export function Buttons() {
  const { t } = useTranslation();
  return (
    <>
      {[false, true].map((waits) => (
        <Piece key={String(waits)} name={waits ? "Button isDisabled" : "Button"}>
          <div className="flex flex-wrap gap-3">
            {KINDS.map((kind) => (
              <Button key={kind} kind={kind} isDisabled={waits}>
                {t("create.draw")}
              </Button>
            ))}
            <Button kind="icon" aria-label={t("gallery.favour")} isDisabled={waits}>
              <Heart className="size-5" aria-hidden="true" />
            </Button>
          </div>
        </Piece>
      ))}
      <Piece name="ButtonLink">
        <div className="flex flex-wrap gap-3">
          {KINDS.map((kind) => (
            <ButtonLink key={kind} to="/workshop" kind={kind}>
              {t("nav.gallery")}
            </ButtonLink>
          ))}
        </div>
      </Piece>
    </>
  );
}
