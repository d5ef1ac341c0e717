const KEY = "limner.notices";

export type NoticeState = "impossible" | "refused" | "wanted" | "unasked";

/** Whether this person wants to be told outside the page when a picture is done. */
export function noticeState(): NoticeState {
  if (!("Notification" in window)) return "impossible";
  if (Notification.permission === "denied") return "refused";
  return Notification.permission === "granted" && localStorage.getItem(KEY) === "yes" ? "wanted" : "unasked";
}

/** Ask for permission, as the person wished by a press; gives how it stands then. */
export async function askForNotices(): Promise<NoticeState> {
  const said = await Notification.requestPermission();
  if (said === "granted") localStorage.setItem(KEY, "yes");
  return noticeState();
}

export function stopNotices(): NoticeState {
  localStorage.removeItem(KEY);
  return noticeState();
}

/** Tell by the system, when that was asked for and nobody looks at the page. */
export async function notice(words: string, path: string): Promise<void> {
  if (noticeState() !== "wanted" || document.visibilityState === "visible") return;
  const options = { icon: "/icons/192.png", data: path, tag: path };
  const worker = await navigator.serviceWorker?.getRegistration();
  // Phones take notices from a service worker only.
  if (worker) await worker.showNotification(words, options);
  else new Notification(words, options).onclick = () => window.focus();
}
