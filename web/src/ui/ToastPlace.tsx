import { useSyncExternalStore } from "react";
import { Button } from "./Button";
import { onToast, showToast, toastNow } from "./toasts";

/** Where toasts appear: above the thumb, read out by screen readers. */
export function ToastPlace() {
  const toast = useSyncExternalStore(onToast, toastNow);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-20 grid justify-items-center px-4 sm:bottom-6"
    >
      {toast ? (
        <div className="pointer-events-auto flex items-center gap-2 rounded-control border border-edge bg-card ps-4 pe-1">
          <span className="me-3 py-3">{toast.words}</span>
          {toast.action ? (
            <Button
              kind="bare"
              onPress={() => {
                toast.onAction?.();
                showToast(null);
              }}
            >
              {toast.action}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
