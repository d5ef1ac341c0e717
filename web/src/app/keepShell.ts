/// <reference types="vite-plugin-pwa/client" />

import { registerSW } from "virtual:pwa-register";
import i18next from "i18next";
import { showToast } from "@/ui/toasts";

const LOOK_EVERY_MS = 60 * 60_000;

/** Keep the studio's own files on this device, and ask before a new version takes the place of the one in use. */
export function keepShell(): void {
  const update = registerSW({
    onNeedRefresh: () =>
      showToast({
        words: i18next.t("app.newVersion"),
        action: i18next.t("app.reload"),
        onAction: () => void update(true),
        stays: true,
      }),
    onRegisteredSW: (_, registration) => {
      if (registration)
        window.setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS);
    },
  });
}
