import type { Child } from 'hono/jsx'
import { toonGetal } from '#basis/tekst.ts'
import { Alinea } from '#ui/kop.tsx'

/** Meer rijen dan dit leest niemand op één pagina; een plan met duizenden onderdelen blijft zo ook snel. */
const HOOGSTENS = 200

export const eersteRijen = <Rij,>(rijen: readonly Rij[]): readonly Rij[] => rijen.slice(0, HOOGSTENS)

/** Zegt dat een lijst is afgekapt en waar de rest staat; bij een korte lijst staat er niets. */
export function Afgekapt(props: { aantal: number; children: Child }) {
  if (props.aantal <= HOOGSTENS) return null
  return (
    <Alinea>
      Hier staan de eerste {HOOGSTENS} van {toonGetal(props.aantal)}. {props.children}
    </Alinea>
  )
}
