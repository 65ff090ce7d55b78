import { klassen } from '#ui/klassen.ts'

/** Vijf tonen met elk een eigen vorm, zodat de betekenis ook zonder kleur te zien is. */
export type Toon = 'goed' | 'let-op' | 'fout' | 'stil' | 'accent'

export const VORMPAD: Record<Toon, string> = {
  goed: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z',
  'let-op': 'M6 .8 11.6 11H.4Z',
  fout: 'M6 .4 11.6 6 6 11.6.4 6Z',
  stil: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Zm0 1.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8Z',
  accent: 'M1 1h10v10H1Z',
}

/** Rond, driehoek, ruit, ring of vierkant; altijd naast een woord, dus stil voor een schermlezer. */
export function Vorm(props: { toon: Toon; klas?: string | undefined }) {
  return (
    <svg viewBox="0 0 12 12" class={klassen(props.klas)} aria-hidden="true" focusable="false">
      <path d={VORMPAD[props.toon]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  )
}
