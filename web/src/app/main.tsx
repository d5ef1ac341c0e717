import "@/index.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { isSignedIn, onSessionChange } from "@/features/session/tokens";
import { startSpeaking } from "@/i18n/setup";
import { ToastPlace } from "@/ui/ToastPlace";
import { showTheme } from "@/ui/theme";
import { keepShell } from "./keepShell";
import { queries } from "./queries";
import { router } from "./router";

showTheme();
await startSpeaking();

// Whoever signs out leaves nothing behind on a device that others use too.
onSessionChange(() => {
  if (isSignedIn()) return;
  queries.clear();
  sessionStorage.clear();
});
keepShell();

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <ToastPlace />
      </QueryClientProvider>
    </StrictMode>,
  );
}
