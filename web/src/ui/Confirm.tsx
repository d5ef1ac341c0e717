import type { ReactNode } from "react";
import { Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";

type ConfirmProps = {
  /** The button that asks. */
  children: ReactNode;
  title: string;
  words: string;
  /** More, in the server's English. */
  about?: string;
  /** What is done, as a verb. */
  action: string;
  onConfirm: () => void;
};

/** Asks once before something that can't be undone. */
export function Confirm({ children, title, words, about, action, onConfirm }: ConfirmProps) {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      {children}
      <ModalOverlay
        isDismissable
        className="fixed inset-0 z-30 grid items-end bg-black/50 p-4 pb-[calc(1rem+env(safe-area-inset-bottom))] sm:place-items-center"
      >
        <Modal className="w-full max-w-md rounded-picture border border-line bg-card">
          <Dialog role="alertdialog" className="grid gap-4 p-6 outline-none">
            {({ close }) => (
              <>
                <Heading slot="title" level={2}>
                  {title}
                </Heading>
                <p>{words}</p>
                {about ? (
                  <p lang="en" dir="ltr" className="text-sm text-soft">
                    {about}
                  </p>
                ) : null}
                <div className="grid gap-3 sm:grid-cols-2">
                  <Button kind="quiet" onPress={close} autoFocus>
                    {t("never")}
                  </Button>
                  <Button
                    onPress={() => {
                      close();
                      onConfirm();
                    }}
                  >
                    {action}
                  </Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
