// Part of the service worker: a notice that was tapped opens the page it is about.
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const address = new URL(event.notification.data, self.location.origin).href;
  const open = async () => {
    const [page] = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (!page) return self.clients.openWindow(address);
    await page.navigate(address);
    return page.focus();
  };
  event.waitUntil(open());
});
