import { queryOptions } from "@tanstack/react-query";
import { ApiProblem, api, data, problemOf, type Schema } from "@/api/client";
import { freshAccessToken } from "@/features/session/tokens";

export type Photo = Schema["PhotoOut"];

export const photosQuery = queryOptions({
  queryKey: ["photos"],
  queryFn: () => data(api.GET("/api/v1/photos", { params: { query: { limit: 24 } } })),
});

/** Send a photo and say how much of it has left, 0..1; `fetch` can't tell, so this is an XMLHttpRequest. */
export async function uploadPhoto(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Photo> {
  const token = await freshAccessToken();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/photos");
    if (token) request.setRequestHeader("Authorization", `Bearer ${token}`);
    request.upload.onprogress = (event) => onProgress(event.loaded / event.total);
    request.onerror = () => reject(new TypeError("offline"));
    request.onload = () => {
      if (request.status < 300) resolve(JSON.parse(request.responseText) as Photo);
      else
        void problemOf(new Response(request.responseText, { status: request.status })).then((one) =>
          reject(new ApiProblem(one)),
        );
    };
    signal.addEventListener("abort", () => {
      request.abort();
      reject(signal.reason);
    });
    const body = new FormData();
    body.append("file", file);
    request.send(body);
  });
}

export const photoQuery = (id: string) =>
  queryOptions({
    queryKey: ["photo", id],
    queryFn: () => data(api.GET("/api/v1/photos/{photo_id}", { params: { path: { photo_id: id } } })),
    retry: false,
  });
