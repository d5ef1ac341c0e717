import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";

/** A question over the page: from below on a phone, in the middle on a desk. Escape and a touch beside it close it. */
export function Sheet({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-30 grid items-end bg-[#000]/50 sm:place-items-center"
    >
      <Modal className="max-h-[85dvh] w-full overflow-y-auto rounded-t-picture bg-paper p-5 pb-[calc(1.25rem+env(safe-area-inset-bottom))] sm:max-w-md sm:rounded-picture">
        <Dialog className="grid gap-4 outline-none">
          <div className="flex items-center justify-between gap-3">
            <Heading slot="title" className="font-title text-xl">
              {title}
            </Heading>
            <Button kind="icon" aria-label={t("close")} onPress={onClose}>
              <X className="size-5" aria-hidden="true" />
            </Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
