import type { Child } from 'hono/jsx'

type VoortgangProps = { id: string; label: Child; gedaan: number; totaal: number; bij?: Child | undefined }

/** Hoe ver iets is, in woorden en als balk. */
export function Voortgang(props: VoortgangProps) {
  return (
    <div class="oz-voortgang">
      <div class="oz-voortgang__kop">
        <label for={props.id}>{props.label}</label>
        <span class="oz-getal">
          {props.gedaan} van {props.totaal}
        </span>
      </div>
      <progress id={props.id} value={String(props.gedaan)} max={String(Math.max(props.totaal, 1))}>
        {props.gedaan} van {props.totaal}
      </progress>
      {props.bij !== undefined && <p class="oz-klein oz-stil">{props.bij}</p>}
    </div>
  )
}
