import { createBrowserRouter, Navigate } from "react-router";
import { AccountPage } from "@/features/account/AccountPage";
import { CharacterPage } from "@/features/characters/CharacterPage";
import { CharactersPage } from "@/features/characters/CharactersPage";
import { CreatePage } from "@/features/create/CreatePage";
import { ArtworkPage } from "@/features/gallery/ArtworkPage";
import { GalleryPage } from "@/features/gallery/GalleryPage";
import { JobPage } from "@/features/jobs/JobPage";
import { NewPicturePage } from "@/features/photos/NewPicturePage";
import { WelcomePage } from "@/features/session/WelcomePage";
import { NotFoundPage } from "./NotFoundPage";
import { Shell } from "./Shell";

export const router = createBrowserRouter([
  { path: "/welcome", element: <WelcomePage /> },
  {
    element: <Shell />,
    children: [
      { index: true, element: <Navigate to="/gallery" replace /> },
      { path: "/gallery", element: <GalleryPage /> },
      { path: "/gallery/:artworkId", element: <ArtworkPage /> },
      { path: "/new", element: <NewPicturePage /> },
      { path: "/characters", element: <CharactersPage /> },
      { path: "/characters/:characterId", element: <CharacterPage /> },
      { path: "/characters/:characterId/create", element: <CreatePage /> },
      { path: "/jobs/:jobId", element: <JobPage /> },
      { path: "/account", element: <AccountPage /> },
      { path: "*", element: <NotFoundPage /> },
    ],
  },
]);
