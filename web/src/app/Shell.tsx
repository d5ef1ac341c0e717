import { ImagePlus, Images, UserRound, UsersRound } from "lucide-react";
import type { ComponentType } from "react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, NavLink, Outlet, ScrollRestoration, useLocation } from "react-router";
import { LineDown } from "@/features/jobs/LineDown";
import { LiveEvents } from "@/features/jobs/LiveEvents";
import { Ongoing } from "@/features/jobs/Ongoing";
import { isSignedIn, onSessionChange } from "@/features/session/tokens";

/** Navigation around every page of somebody who is signed in: under the thumb on a phone, on top on a desk. */
export function Shell() {
  const { t } = useTranslation();
  const signedIn = useSyncExternalStore(onSessionChange, isSignedIn);
  const { pathname, search } = useLocation();
  if (!signedIn) {
    const back = encodeURIComponent(pathname + search);
    return <Navigate to={pathname === "/" ? "/welcome" : `/welcome?back=${back}`} replace />;
  }
  return (
    <div className="min-h-dvh pb-[calc(3.6rem+env(safe-area-inset-bottom))] sm:pb-10">
      <LiveEvents />
      <ScrollRestoration />
      <a
        href="#page"
        className="sr-only focus:not-sr-only focus:fixed focus:start-4 focus:top-4 focus:z-20 focus:rounded-control focus:bg-card focus:p-3"
      >
        {t("nav.skip")}
      </a>
      <nav
        aria-label={t("nav.label")}
        className="fixed inset-x-0 bottom-0 z-10 border-line border-t bg-card pb-[env(safe-area-inset-bottom)] sm:static sm:border-t-0 sm:border-b"
      >
        <div className="mx-auto flex max-w-6xl items-center justify-around sm:justify-start sm:gap-2 sm:px-6">
          <span className="me-auto hidden font-title text-2xl sm:inline" aria-hidden="true">
            Limner
          </span>
          <Tab to="/gallery" label={t("nav.gallery")} icon={Images} />
          <Tab to="/characters" label={t("nav.characters")} icon={UsersRound} />
          <Tab to="/new" label={t("nav.new")} icon={ImagePlus} />
          <Tab to="/account" label={t("nav.account")} icon={UserRound} />
        </div>
      </nav>
      <LineDown />
      <Ongoing />
      <main id="page" tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-4 pb-4 outline-none sm:px-6 sm:pt-8">
        <Outlet />
      </main>
    </div>
  );
}

function Tab(props: { to: string; label: string; icon: ComponentType<{ className?: string }> }) {
  return (
    <NavLink
      to={props.to}
      className="flex min-h-14 min-w-16 flex-col items-center justify-center gap-1 rounded-control px-3 text-sm text-soft aria-[current=page]:font-semibold aria-[current=page]:text-madder sm:flex-row sm:gap-2"
    >
      <props.icon className="size-5" aria-hidden="true" />
      {props.label}
    </NavLink>
  );
}
