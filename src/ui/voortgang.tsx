import type { Child } from 'hono/jsx'
import { toonGetal } from '#basis/tekst.ts'

type VoortgangProps = {
  id: string
  label: Child
  gedaan: number
  /** Zonder totaal is niet bekend hoeveel er nog komt; de balk zegt dan alleen dat het bezig is. */
  totaal?: number | undefined
  /** Wat er geteld wordt: `regels`. */
  eenheid?: string | undefined
  bij?: Child | undefined
}

/** Hoe ver iets is, in woorden en als balk. */
export function Voortgang(props: VoortgangProps) {
  const { gedaan, totaal } = props
  const eenheid = props.eenheid === undefined ? '' : ` ${props.eenheid}`
  const woorden =
    totaal === undefined
      ? `${toonGetal(gedaan)}${eenheid}`
      : `${toonGetal(gedaan)} van ${toonGetal(totaal)}${eenheid}`
  const hoogste = Math.max(totaal ?? 0, 1)
  return (
    <div class="oz-voortgang">
      <div class="oz-voortgang__kop">
        <label for={props.id}>{props.label}</label>
        <span class="oz-getal">{woorden}</span>
      </div>
      <progress
        id={props.id}
        value={totaal === undefined ? undefined : String(Math.min(Math.max(gedaan, 0), hoogste))}
        max={String(hoogste)}
      >
        {woorden}
      </progress>
      {props.bij !== undefined && <p class="oz-klein oz-stil">{props.bij}</p>}
    </div>
  )
}
