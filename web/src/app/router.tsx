import { createBrowserRouter, Navigate } from "react-router";
import { NotFoundPage } from "./NotFoundPage";
import { PageTrouble } from "./PageTrouble";
import { Shell } from "./Shell";

/** Each page comes with its own file, fetched when it is gone to; what the file exports is the page. */
export const router = createBrowserRouter([
  {
    // The first answer is quick: a page that is still on its way shows nothing rather than something that flickers.
    HydrateFallback: () => null,
    ErrorBoundary: PageTrouble,
    children: [
      {
        path: "/welcome",
        lazy: async () => ({ Component: (await import("@/features/session/WelcomePage")).WelcomePage }),
      },
      {
        path: "/reset-password",
        lazy: async () => ({ Component: (await import("@/features/session/ResetPage")).ResetPage }),
      },
      {
        path: "/verify-email",
        lazy: async () => ({ Component: (await import("@/features/session/VerifyPage")).VerifyPage }),
      },
      {
        path: "/oidc",
        lazy: async () => ({ Component: (await import("@/features/session/OidcPage")).OidcPage }),
      },
      {
        element: <Shell />,
        children: [
          {
            // The pages around the one that failed stay in reach.
            ErrorBoundary: PageTrouble,
            children: [
              { index: true, element: <Navigate to="/gallery" replace /> },
              {
                path: "/gallery",
                lazy: async () => ({
                  Component: (await import("@/features/gallery/GalleryPage")).GalleryPage,
                }),
              },
              {
                path: "/gallery/:artworkId",
                lazy: async () => ({
                  Component: (await import("@/features/gallery/ArtworkPage")).ArtworkPage,
                }),
              },
              {
                path: "/new",
                lazy: async () => ({
                  Component: (await import("@/features/photos/NewPicturePage")).NewPicturePage,
                }),
              },
              {
                path: "/characters",
                lazy: async () => ({
                  Component: (await import("@/features/characters/CharactersPage")).CharactersPage,
                }),
              },
              {
                path: "/characters/:characterId",
                lazy: async () => ({
                  Component: (await import("@/features/characters/CharacterPage")).CharacterPage,
                }),
              },
              {
                path: "/characters/:characterId/create",
                lazy: async () => ({ Component: (await import("@/features/create/CreatePage")).CreatePage }),
              },
              {
                path: "/jobs/:jobId",
                lazy: async () => ({ Component: (await import("@/features/jobs/JobPage")).JobPage }),
              },
              {
                path: "/batch",
                lazy: async () => ({
                  Component: (await import("@/features/batch/NewBatchPage")).NewBatchPage,
                }),
              },
              {
                path: "/batches/:batchId",
                lazy: async () => ({ Component: (await import("@/features/batch/BatchPage")).BatchPage }),
              },
              {
                path: "/account",
                lazy: async () => ({
                  Component: (await import("@/features/account/AccountPage")).AccountPage,
                }),
              },
              {
                path: "/admin",
                lazy: async () => ({ Component: (await import("@/features/admin/AdminPage")).AdminPage }),
              },
              {
                path: "/workshop",
                lazy: async () => ({
                  Component: (await import("@/features/workshop/WorkshopPage")).WorkshopPage,
                }),
              },
              { path: "*", element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
  },
]);
