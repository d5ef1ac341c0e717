import { type RefObject, useEffect, useRef, useState } from "react";

/** Whether an element has come near the part of the page that is seen; what nobody scrolls to need not be drawn. */
export function useSeen<T extends Element>(): [RefObject<T | null>, boolean] {
  const element = useRef<T>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setSeen(true);
        watcher.disconnect();
      },
      { rootMargin: "200px" },
    );
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, []);
  return [element, seen];
}
