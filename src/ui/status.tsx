import { type Toon, Vorm } from '#ui/vormen.tsx'

export type StatusSoort =
  | 'op-koers'
  | 'let-op'
  | 'bijsturen'
  | 'geen-gegevens'
  | 'klaar'
  | 'bezig'
  | 'nog-niet'
  | 'gestopt'
  | 'geen-verschil'
  | 'afgerond'

export const STATUS: Record<StatusSoort, { tekst: string; toon: Toon }> = {
  'op-koers': { tekst: 'Op koers', toon: 'goed' },
  'let-op': { tekst: 'Let op', toon: 'let-op' },
  bijsturen: { tekst: 'Bijsturen', toon: 'fout' },
  'geen-gegevens': { tekst: 'Geen gegevens', toon: 'stil' },
  klaar: { tekst: 'Klaar', toon: 'goed' },
  bezig: { tekst: 'Bezig', toon: 'accent' },
  'nog-niet': { tekst: 'Nog niet begonnen', toon: 'stil' },
  gestopt: { tekst: 'Gestopt', toon: 'stil' },
  'geen-verschil': { tekst: 'Geen duidelijk verschil', toon: 'stil' },
  afgerond: { tekst: 'Afgerond', toon: 'accent' },
}

/** Woord + vorm + kleur. `tekst` vervangt het woord, niet de betekenis. */
export function Status(props: { soort: StatusSoort; tekst?: string | undefined }) {
  const { tekst, toon } = STATUS[props.soort]
  return (
    <span class={`oz-status oz-status--${toon}`}>
      <Vorm toon={toon} />
      {props.tekst ?? tekst}
    </span>
  )
}
