import type { Child } from 'hono/jsx'
import { telwoord } from '#basis/tekst.ts'
import { klassen } from '#ui/klassen.ts'
import { Kop } from '#ui/kop.tsx'

/** Wat er mis is met een veld; `veld` is de naam van het veld. */
export type VeldFout = { veld: string; tekst: string }

/** Een punt (`wat.open`) mag in een naam, maar is in een id lastig aan te wijzen. */
export const veldId = (naam: string): string => `veld-${naam.replaceAll('.', '_')}`

type FormulierProps = {
  actie?: string | undefined
  methode?: 'post' | 'get' | undefined
  /** Velden die meegaan zonder dat iemand ze ziet, zoals het bewijs tegen vervalsing. */
  verborgen?: Readonly<Record<string, string>> | undefined
  metBestanden?: boolean | undefined
  fouten?: readonly VeldFout[] | undefined
  /** Velden naast elkaar, voor filters. */
  rij?: boolean | undefined
  /** `zoeken` maakt van het formulier een zoekgebied. */
  rol?: 'zoeken' | undefined
  naam?: string | undefined
  children: Child
}

/** Een formulier dat zonder script werkt; de server keurt, de browser houdt niets tegen. */
export function Formulier(props: FormulierProps) {
  return (
    <>
      {props.fouten !== undefined && props.fouten.length > 0 && <Foutoverzicht fouten={props.fouten} />}
      <form
        class={klassen('oz-formulier', props.rij && 'oz-formulier--rij', props.rij && 'oz-niet-drukken')}
        action={props.actie}
        method={props.methode ?? 'post'}
        enctype={props.metBestanden ? 'multipart/form-data' : undefined}
        role={props.rol === 'zoeken' ? 'search' : undefined}
        aria-label={props.naam}
        novalidate
      >
        {Object.entries(props.verborgen ?? {}).map(([naam, waarde]) => (
          <input type="hidden" name={naam} value={waarde} />
        ))}
        {props.children}
      </form>
    </>
  )
}

/** Alle fouten bij elkaar, elk met een link naar het veld. Wat was ingevuld, staat er nog. */
function Foutoverzicht(props: { fouten: readonly VeldFout[] }) {
  return (
    <div class="oz-foutoverzicht" role="alert" id="fouten" tabindex={-1}>
      <Kop niveau={2}>
        {telwoord(props.fouten.length, 'antwoord klopt nog niet', 'antwoorden kloppen nog niet')}
      </Kop>
      <p>Er is niets verloren: wat u invulde, staat er nog.</p>
      <ul>
        {props.fouten.map((fout) => (
          <li>
            <a href={`#${veldId(fout.veld)}`}>{fout.tekst}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** De fout bij één veld, om door te geven aan dat veld. */
export const foutVan = (fouten: readonly VeldFout[] | undefined, veld: string): string | undefined =>
  fouten?.find((fout) => fout.veld === veld)?.tekst
