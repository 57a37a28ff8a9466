'use client'
import type { ReactElement, ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import styles from './dialog.module.css'
import { Icon } from './icon.tsx'

export interface DialogProps {
  title: string
  /** `close` ends the dialog. */
  children: ReactNode | ((close: () => void) => ReactNode)
  /** The Button that opens it. Without one, give `isOpen` and `onOpenChange`. */
  trigger?: ReactElement
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  /** narrow: a question; wide: something to read or choose from. */
  size?: 'narrow' | 'wide'
  /** A question that has to be answered with a button: Escape works, a press beside it does not. */
  isQuestion?: boolean
}

/** A modal dialog: keeps the focus, gives it back, closes with Escape. */
export function Dialog({
  title,
  children,
  trigger,
  isOpen,
  onOpenChange,
  size = 'narrow',
  isQuestion = false,
}: DialogProps) {
  const control = { isOpen, onOpenChange }
  const modal = (
    <ModalOverlay className={styles.overlay} isDismissable={!isQuestion} {...(trigger ? {} : control)}>
      <Modal className={classes(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog} role={isQuestion ? 'alertdialog' : 'dialog'}>
          {({ close }) => (
            <>
              <header className={styles.head}>
                <Heading slot="title" className={styles.title}>
                  {title}
                </Heading>
                {!isQuestion && (
                  <Button variant="quiet" size="small" isIcon aria-label="Close" onPress={close}>
                    <Icon name="close" />
                  </Button>
                )}
              </header>
              {typeof children === 'function' ? children(close) : children}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
  if (!trigger) return modal
  return (
    <DialogTrigger {...control}>
      {trigger}
      {modal}
    </DialogTrigger>
  )
}

/** The row of buttons at a dialog's end; the one that does it stands last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
