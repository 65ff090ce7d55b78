import { type Centen, centen } from '#basis/geld.ts'
import { toonGetal } from '#basis/tekst.ts'
import {
  type Codetotaal,
  type Doeleffect,
  type Invoerbevinding,
  ONTVANGST,
  type Onbekend,
  type Verandering,
  type Verschilbeeld,
} from '#grootboek/deur.ts'
import { plaatszin, SOORTNAAM } from '#programma/inlezen/teksten.ts'
import type { Planbezoek } from '#programma/planbezoek.tsx'
import { Feiten } from '#ui/feiten.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Wat een bestand of een andere koppeling verandert, als tabellen. */

export const onderdeelnaam = (van: Planbezoek, programma: string, onderdeel: string | null): string => {
  if (onderdeel === null) return 'Nog onbekend'
  if (onderdeel.startsWith(ONTVANGST)) {
    const bron = onderdeel.slice(ONTVANGST.length)
    return `Ontvangst: ${van.beeld.bron.get(bron)?.naam ?? bron}`
  }
  const hier = programma === van.kop.id ? van.beeld.onderdeel.get(onderdeel)?.titel : undefined
  return hier ?? `${onderdeel} (${programma})`
}

/** Een reden om een rij die groter werd, kleiner werd of gelijk bleef te tellen. */
export const Telfeiten = (props: { beeld: Verschilbeeld }) => {
  const { nieuw, veranderd, omgehangen, weg, gelijk } = props.beeld.telling
  return (
    <Feiten
      feiten={[
        { label: 'Nieuw', waarde: toonGetal(nieuw) },
        { label: 'Veranderd', waarde: toonGetal(veranderd) },
        { label: 'Verdwenen', waarde: toonGetal(weg) },
        ...(omgehangen === 0 ? [] : [{ label: 'Anders gekoppeld', waarde: toonGetal(omgehangen) }]),
        { label: 'Gelijk gebleven', waarde: toonGetal(gelijk) },
      ]}
    />
  )
}

const watnaam = ({ onderdeel, soort }: Doeleffect): string =>
  onderdeel?.startsWith(ONTVANGST) ? 'Ontvangen' : SOORTNAAM[soort]

const saldo = ({ erbijCent, erafCent }: Doeleffect): Centen => centen(erbijCent - erafCent)
const som = (rijen: readonly Doeleffect[], kies: (rij: Doeleffect) => number): Centen =>
  centen(rijen.reduce((op, rij) => op + kies(rij), 0))

export function Effecttabel(props: { van: Planbezoek; beeld: Verschilbeeld; bijschrift?: string }) {
  const { van, beeld } = props
  const { effecten } = beeld
  return (
    <Tabel
      bijschrift={props.bijschrift ?? 'Wat er per onderdeel verandert, in euro'}
      rijen={effecten}
      toonRij={({ onderdeel }) => (onderdeel === null ? 'anders' : undefined)}
      kolommen={[
        {
          sleutel: 'onderdeel',
          kop: 'Onderdeel',
          cel: ({ programma, onderdeel }) => onderdeelnaam(van, programma, onderdeel),
        },
        { sleutel: 'soort', kop: 'Wat', cel: watnaam },
        { sleutel: 'jaar', kop: 'Jaar', cel: ({ jaar }) => String(jaar) },
        { sleutel: 'erbij', kop: 'Erbij, €', soort: 'bedrag', cel: ({ erbijCent }) => erbijCent },
        { sleutel: 'eraf', kop: 'Eraf, €', soort: 'bedrag', cel: ({ erafCent }) => erafCent },
        { sleutel: 'saldo', kop: 'Per saldo, €', soort: 'bedrag', nadruk: true, cel: saldo },
      ]}
      totaal={{
        kop: 'Totaal',
        cellen: {
          erbij: som(effecten, ({ erbijCent }) => erbijCent),
          eraf: som(effecten, ({ erafCent }) => erafCent),
          saldo: som(effecten, saldo),
        },
      }}
      leeg="Er verandert niets aan de bedragen."
    />
  )
}

export const codenaam = (een: Pick<Onbekend, 'project' | 'kostenplaats' | 'rekening'>): string =>
  [
    een.project === null ? undefined : `project ${een.project}`,
    een.kostenplaats === null ? undefined : `kostenplaats ${een.kostenplaats}`,
    `rekening ${een.rekening}`,
  ]
    .filter((deel) => deel !== undefined)
    .join(', ')

export function Onbekendtabel(props: { onbekend: readonly Onbekend[]; hoogstens: number }) {
  const { onbekend, hoogstens } = props
  return (
    <Tabel
      bijschrift="Nog nergens bij"
      bij={
        onbekend.length > hoogstens
          ? `De ${hoogstens} grootste van ${toonGetal(onbekend.length)} combinaties.`
          : undefined
      }
      rijen={onbekend.slice(0, hoogstens)}
      kolommen={[
        { sleutel: 'code', kop: 'Staat op', cel: codenaam },
        { sleutel: 'naam', kop: 'Kostensoort', cel: ({ rekeningnaam }) => rekeningnaam ?? '' },
        { sleutel: 'aantal', kop: 'Regels', soort: 'getal', cel: ({ aantal }) => aantal },
        { sleutel: 'bedrag', kop: 'Bedrag, €', soort: 'bedrag', cel: ({ bedragCent }) => bedragCent },
      ]}
    />
  )
}

export function Rekeningtabel(props: { rekeningen: readonly Codetotaal[] }) {
  const { rekeningen } = props
  const tel = (kies: (rij: Codetotaal) => number): number => rekeningen.reduce((op, rij) => op + kies(rij), 0)
  return (
    <Tabel
      bijschrift="Totaal per rekening, zoals het bestand het geeft"
      bij="Leg dit naast de proef- en saldibalans: zo sluit het aan op het financiële systeem."
      rijen={rekeningen}
      smal="schuif"
      kolommen={[
        {
          sleutel: 'code',
          kop: 'Rekening',
          cel: ({ code, naam }) => (naam === null ? code : `${code} ${naam}`),
        },
        { sleutel: 'aantal', kop: 'Regels', soort: 'getal', cel: ({ aantal }) => aantal },
        { sleutel: 'debet', kop: 'Debet, €', soort: 'bedrag', cel: ({ debetCent }) => debetCent },
        { sleutel: 'credit', kop: 'Credit, €', soort: 'bedrag', cel: ({ creditCent }) => creditCent },
        {
          sleutel: 'niet',
          kop: 'Hoort er niet bij, €',
          soort: 'bedrag',
          cel: ({ nietAantal, nietCent }) => (nietAantal === 0 ? undefined : nietCent),
        },
        {
          sleutel: 'mee',
          kop: 'Doet mee, €',
          soort: 'bedrag',
          nadruk: true,
          cel: ({ debetCent, creditCent, nietCent }) => centen(debetCent - creditCent - nietCent),
        },
      ]}
      totaal={{
        kop: 'Totaal',
        cellen: {
          aantal: tel(({ aantal }) => aantal),
          debet: centen(tel(({ debetCent }) => debetCent)),
          credit: centen(tel(({ creditCent }) => creditCent)),
          niet: centen(tel(({ nietCent }) => nietCent)),
          mee: centen(tel(({ debetCent, creditCent, nietCent }) => debetCent - creditCent - nietCent)),
        },
      }}
    />
  )
}

export function Bevindingtabel(props: { bevindingen: readonly Invoerbevinding[] }) {
  return (
    <Tabel
      bijschrift="Wat er bij het lezen opviel"
      rijen={props.bevindingen}
      smal="stapel"
      toonRij={({ ernst }) => (ernst === 'fout' ? 'anders' : undefined)}
      kolommen={[
        { sleutel: 'plaats', kop: 'Plaats', cel: ({ plaats }) => plaatszin(plaats) },
        { sleutel: 'ernst', kop: 'Ernst', cel: ({ ernst }) => (ernst === 'fout' ? 'Fout' : 'Let op') },
        { sleutel: 'zin', kop: 'Wat', cel: ({ zin }) => zin },
        { sleutel: 'keren', kop: 'Keren', soort: 'getal', cel: ({ keren }) => keren },
      ]}
    />
  )
}

const WAT = {
  nieuw: 'Nieuw',
  veranderd: 'Veranderd',
  omgehangen: 'Anders gekoppeld',
  weg: 'Verdwenen',
} as const

export function Veranderingtabel(props: { grootste: readonly Verandering[]; totaal: number }) {
  const { grootste, totaal } = props
  return (
    <Tabel
      bijschrift="De grootste veranderingen"
      bij={totaal > grootste.length ? `${grootste.length} van ${toonGetal(totaal)}.` : undefined}
      rijen={grootste}
      smal="stapel"
      kolommen={[
        {
          sleutel: 'plaats',
          kop: 'Plaats',
          cel: ({ was, wordt }) => plaatszin((wordt ?? was)?.plaats ?? {}),
        },
        { sleutel: 'wat', kop: 'Wat', cel: ({ wat }) => WAT[wat] },
        {
          sleutel: 'code',
          kop: 'Staat op',
          cel: ({ was, wordt }) => {
            const regel = wordt ?? was
            return regel === undefined ? '' : codenaam(regel)
          },
        },
        { sleutel: 'was', kop: 'Was, €', soort: 'bedrag', cel: ({ was }) => was?.bedragCent },
        { sleutel: 'wordt', kop: 'Wordt, €', soort: 'bedrag', cel: ({ wordt }) => wordt?.bedragCent },
      ]}
    />
  )
}
