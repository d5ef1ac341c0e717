import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import { ButtonLink } from "@/ui/Button";
import { Trouble } from "@/ui/Trouble";
import { finishOidc, safeTarget } from "./oidc";
import { Threshold } from "./Threshold";

/** Where the identity provider sends people back to. */
export function OidcPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const refused = search.has("error") || !search.has("code");
  // A code works once: asked as a query, it is sent once, however often the page is drawn.
  const finish = useQuery({
    queryKey: ["oidc", search.get("state")],
    queryFn: async () => ({ back: await finishOidc(search) }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    enabled: !refused,
  });
  if (finish.data) return <Navigate to={safeTarget(finish.data.back)} replace />;
  return (
    <Threshold title={t("oidc.title")}>
      {refused ? <p role="alert">{t("oidc.refused")}</p> : null}
      <Trouble error={finish.error} />
      {refused || finish.isError ? (
        <ButtonLink to="/welcome">{t("oidc.again")}</ButtonLink>
      ) : (
        <p role="status">{t("oidc.waiting")}</p>
      )}
    </Threshold>
  );
}
