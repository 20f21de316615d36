import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui/slot'
import type { ComponentProps, MouseEvent } from 'react'
import { cn } from './cn'
import { Spinner } from './spinner'

const buttonVariants = cva(
  [
    'relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 rounded-md',
    'font-medium whitespace-nowrap transition-colors',
    'disabled:pointer-events-none disabled:opacity-45',
    'aria-disabled:not-aria-busy:opacity-45',
  ],
  {
    variants: {
      variant: {
        primary:
          'bg-accent text-accent-text shadow-control not-aria-disabled:hover:bg-accent-hover',
        secondary:
          'border bg-raised text-fg shadow-control not-aria-disabled:hover:bg-[image:linear-gradient(var(--hover),var(--hover))] data-[state=open]:bg-[image:linear-gradient(var(--pressed),var(--pressed))]',
        outline:
          'border border-border-strong text-fg not-aria-disabled:hover:bg-hover data-[state=open]:bg-pressed',
        ghost:
          'text-muted not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-fg not-aria-disabled:active:bg-pressed aria-pressed:bg-accent-subtle aria-pressed:text-accent data-[state=open]:bg-pressed data-[state=open]:text-fg',
        danger: 'bg-danger text-danger-text shadow-control not-aria-disabled:hover:bg-danger-hover',
      },
      size: {
        sm: 'h-6.5 px-2 text-sm',
        md: 'h-7.5 px-3 text-base',
        icon: 'size-7.5',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonVariants> {
  /** Shows a spinner and refuses presses, but keeps its width and the keyboard focus. */
  loading?: boolean
  /** Gives the look to the single child (a link, say) instead of rendering a button. */
  asChild?: boolean
}

/** A push button. `type` is `button` unless said otherwise, so that it never submits by accident. */
export function Button({
  variant,
  size,
  loading = false,
  asChild = false,
  className,
  children,
  onClick,
  ...props
}: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className)
  if (asChild) {
    return (
      <Slot data-slot="button" className={classes} onClick={onClick} {...props}>
        {children}
      </Slot>
    )
  }

  // `aria-disabled` keeps the focus where `disabled` would drop it, so presses are refused here.
  const refuses = loading || props['aria-disabled'] === true || props['aria-disabled'] === 'true'
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (refuses) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      data-slot="button"
      className={classes}
      aria-busy={loading || undefined}
      {...props}
      aria-disabled={refuses || undefined}
      onClick={press}
    >
      {loading ? (
        <>
          <span className="absolute inset-0 flex items-center justify-center">
            <Spinner />
          </span>
          <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
        </>
      ) : (
        children
      )}
    </button>
  )
}
