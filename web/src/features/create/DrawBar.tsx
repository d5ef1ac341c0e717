import { useMutation } from "@tanstack/react-query";
import { Redo2, Undo2 } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ApiProblem, api, data } from "@/api/client";
import { newKey } from "@/api/newKey";
import { Consent } from "@/features/makers/Consent";
import { ActionBar } from "@/ui/ActionBar";
import { Button } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { orderOf } from "./composition";
import { ProviderLine, useProvider } from "./ProviderLine";
import type { Composing } from "./useComposition";

/** Draw; and under the same thumb a step back or forth. */
export function DrawBar({ composing, isPortrait }: { composing: Composing; isPortrait: boolean }) {
  const { t } = useTranslation();
  const draw = useDraw(composing, isPortrait);
  const { chosen } = useProvider(composing);
  return (
    <ActionBar>
      <Trouble error={draw.error} />
      <div className="grid grid-cols-[auto_1fr_auto] gap-2">
        <Button
          kind="icon"
          aria-label={t("undo")}
          isDisabled={!composing.undo}
          onPress={() => composing.undo?.()}
        >
          <Undo2 className="size-5 rtl:-scale-x-100" aria-hidden="true" />
        </Button>
        <Consent maker={chosen} onAgreed={() => draw.mutate()}>
          {(onPress) => (
            <Button {...(onPress ? { onPress } : {})} isDisabled={draw.isPending}>
              {t("create.draw")}
            </Button>
          )}
        </Consent>
        <Button
          kind="icon"
          aria-label={t("redo")}
          isDisabled={!composing.redo}
          onPress={() => composing.redo?.()}
        >
          <Redo2 className="size-5 rtl:-scale-x-100" aria-hidden="true" />
        </Button>
      </div>
      <ProviderLine composing={composing} />
    </ActionBar>
  );
}

function useDraw({ composition }: Composing, isPortrait: boolean) {
  const navigate = useNavigate();
  // The same press sent twice, by an impatient thumb or a bad line, is one job.
  const key = useRef(newKey());
  return useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/v1/jobs", {
          body: orderOf(composition, isPortrait),
          params: { header: { "Idempotency-Key": key.current } },
        }),
      ),
    onSuccess: (job) => navigate(`/jobs/${job.id}`),
    onError: (error) => {
      // What was refused is changed before it is sent again: that is another order.
      if (error instanceof ApiProblem) key.current = newKey();
    },
  });
}
