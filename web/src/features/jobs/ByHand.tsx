import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FileTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { api, data } from "@/api/client";
import { Button } from "@/ui/Button";
import { Copied } from "@/ui/Copied";
import { Trouble } from "@/ui/Trouble";
import { useFormats } from "@/ui/useFormats";
import { type Job, jobQuery } from "./jobs";

const REFERENCE = "{reference}";

/** A picture that somebody draws by hand: what to give them, and the way back in for the picture. */
export function ByHand({ job }: { job: Job }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const queries = useQueryClient();
  const bring = useMutation({
    mutationFn: (file: File) =>
      data(
        api.POST("/api/v1/jobs/{job_id}/picture", {
          params: { path: { job_id: job.id } },
          body: { file: file as unknown as string },
          bodySerializer: () => {
            const form = new FormData();
            form.set("file", file);
            return form;
          },
        }),
      ),
    onSuccess: (changed) => queries.setQueryData(jobQuery(job.id).queryKey, changed),
  });
  const cancel = useMutation({
    mutationFn: () =>
      data(api.POST("/api/v1/jobs/{job_id}/cancel", { params: { path: { job_id: job.id } } })),
    onSuccess: (changed) => queries.setQueryData(jobQuery(job.id).queryKey, changed),
  });
  const handOff = job.hand_off;
  if (!handOff) return null;
  return (
    <>
      <p>{t("hand.words", { day: day(handOff.until) })}</p>
      <Copied label={t("hand.brief")} text={handOff.brief} />
      <Copied
        label={t("hand.prompt")}
        text={handOff.prompt.replace(REFERENCE, handOff.reference_url ?? "")}
      />
      {handOff.reference_url ? (
        <p>
          <a href={handOff.reference_url} download className="underline underline-offset-4">
            {t("hand.reference")}
          </a>{" "}
          <span className="text-sm text-soft">{t("hand.referenceHint")}</span>
        </p>
      ) : null}
      <Trouble error={bring.error ?? cancel.error} />
      <div className="grid gap-2 sm:grid-flow-col">
        <FileTrigger
          acceptedFileTypes={["image/*"]}
          onSelect={(files) => {
            const [file] = files ?? [];
            if (file) bring.mutate(file);
          }}
        >
          <Button isDisabled={bring.isPending}>{t("hand.bring")}</Button>
        </FileTrigger>
        <Button kind="quiet" onPress={() => cancel.mutate()} isDisabled={cancel.isPending}>
          {t("job.cancel")}
        </Button>
      </div>
    </>
  );
}
