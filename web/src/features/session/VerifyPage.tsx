import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "@/api/client";
import { ButtonLink } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { mailedToken } from "./mailedToken";
import { Threshold } from "./Threshold";

/** Where the link in the mail that confirms an address leads. */
export function VerifyPage() {
  const { t } = useTranslation();
  const [token] = useState(mailedToken);
  // A token works once: asked as a query, it is sent once, however often the page is drawn.
  const verify = useQuery({
    queryKey: ["verify", token],
    queryFn: () => api.POST("/api/v1/auth/verify-email", { body: { token } }).then(() => true),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return (
    <Threshold title={verify.isSuccess ? t("verify.done") : t("verify.title")}>
      <Trouble error={verify.error} />
      {verify.isPending ? null : <ButtonLink to="/gallery">{t("nav.gallery")}</ButtonLink>}
    </Threshold>
  );
}
