import type { Child } from 'hono/jsx'
import type { Download } from '#ui/downloads.tsx'
import { Alinea, Kop, Lijst, Sectie } from '#ui/kop.tsx'
import { Melding } from '#ui/melding.tsx'
import type { Blok, BlokVan, Deel, Rapportinhoud } from '#verantwoording/rapport.ts'
import { Figuurblok } from '#verantwoording/schermen/figuur.tsx'
import { Rapporttabelblok } from '#verantwoording/schermen/tabel.tsx'

/** De blokken van een rapport als HTML; op het scherm en in een los bestand hetzelfde. */

export type Toonopties = {
  naar?: ((pad: string) => string) | undefined
  downloads?: ((blok: BlokVan<'tabel' | 'grafiek'>) => readonly Download[]) | undefined
  /** Wat onder een blok komt, zoals opmerkingen en een formulier. */
  onder?: ((blok: Blok, deel: Deel) => Child) | undefined
}

/** Een punt is in een id lastig aan te wijzen; een streepje kan al in de naam van een tabel staan. */
export const ankerVan = (id: string): string => id.replaceAll('.', '_')

export const Rapportdelen = (props: { inhoud: Pick<Rapportinhoud, 'delen'> } & Toonopties) => (
  <div class="oz-rapport">
    {props.inhoud.delen.map((deel) => (
      <Sectie kop={deel.titel} id={ankerVan(deel.id)}>
        {deel.blokken.map((blok) => (
          <>
            <Rapportblok blok={blok} {...props} />
            {props.onder?.(blok, deel)}
          </>
        ))}
      </Sectie>
    ))}
  </div>
)

export function Rapportblok(props: { blok: Blok } & Toonopties) {
  const { blok, naar, downloads } = props
  switch (blok.soort) {
    case 'kop':
      return (
        <Kop niveau={blok.niveau === 2 ? 3 : 4} id={ankerVan(blok.id)}>
          {blok.tekst}
        </Kop>
      )
    case 'alinea':
      return <Alineablok blok={blok} />
    case 'lijst':
      return <Lijst items={blok.punten} />
    case 'feiten':
      return (
        <dl class="utrecht-data-list oz-feiten" id={ankerVan(blok.id)}>
          {blok.rijen.map(([naam, waarde]) => (
            <div class="utrecht-data-list__item">
              <dt class="utrecht-data-list__item-key">{naam}</dt>
              <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">{waarde}</dd>
            </div>
          ))}
        </dl>
      )
    case 'tabel':
      return <Rapporttabelblok tabel={blok} naar={naar} downloads={downloads?.(blok)} />
    case 'grafiek':
      return <Figuurblok blok={blok} niveau={3} downloads={downloads?.(blok)} />
  }
}

function Alineablok(props: { blok: Extract<Blok, { soort: 'alinea' }> }) {
  const { blok } = props
  const alineas = blok.tekst.split(/\n\s*\n/u)
  if (blok.toon === 'let-op')
    return (
      <Melding soort="let-op">
        {alineas.map((tekst) => (
          <p>{tekst}</p>
        ))}
      </Melding>
    )
  const inhoud = alineas.map((tekst) => <Alinea>{tekst}</Alinea>)
  if (blok.herkomst === 'geschreven')
    return (
      <div class="oz-rapport__geschreven" id={ankerVan(blok.id)}>
        {inhoud}
        <p class="oz-klein oz-stil">Geschreven door de gemeente.</p>
      </div>
    )
  if (blok.herkomst === 'plan')
    return (
      <div id={ankerVan(blok.id)}>
        {inhoud}
        <p class="oz-klein oz-stil">Uit het plan.</p>
      </div>
    )
  return <div id={ankerVan(blok.id)}>{inhoud}</div>
}

/** De delen van het rapport als lijst met links. */
export const Inhoudsopgave = (props: { inhoud: Pick<Rapportinhoud, 'delen'> }) => (
  <nav aria-label="Inhoud van dit rapport">
    <Lijst
      items={props.inhoud.delen.map(({ id, titel }) => (
        <a class="utrecht-link utrecht-link--html-a" href={`#${ankerVan(id)}`}>
          {titel}
        </a>
      ))}
    />
  </nav>
)
