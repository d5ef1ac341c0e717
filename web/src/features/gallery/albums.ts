import { queryOptions } from "@tanstack/react-query";
import { api, data, type Schema } from "@/api/client";

export type Album = Schema["AlbumOut"];

export const albumsQuery = queryOptions({
  queryKey: ["albums"],
  queryFn: async () => (await data(api.GET("/api/v1/albums", { params: { query: { limit: 200 } } }))).items,
});

export const makeAlbum = (title: string): Promise<Album> =>
  data(api.POST("/api/v1/albums", { body: { title } }));

export const renameAlbum = (albumId: string, title: string): Promise<Album> =>
  data(api.PATCH("/api/v1/albums/{album_id}", { params: { path: { album_id: albumId } }, body: { title } }));

export const deleteAlbum = (albumId: string) =>
  api.DELETE("/api/v1/albums/{album_id}", { params: { path: { album_id: albumId } } });

const inAlbum = (albumId: string, artworkId: string) => ({
  params: { path: { album_id: albumId, artwork_id: artworkId } },
});

export const putIntoAlbum = (albumId: string, artworkId: string) =>
  api.PUT("/api/v1/albums/{album_id}/artworks/{artwork_id}", inAlbum(albumId, artworkId));

export const takeFromAlbum = (albumId: string, artworkId: string) =>
  api.DELETE("/api/v1/albums/{album_id}/artworks/{artwork_id}", inAlbum(albumId, artworkId));
