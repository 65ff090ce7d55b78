import { type Datum, toonTijdvak } from '#basis/datum.ts'
import { type FiguurProps, Grafiek, LETTER, type Maat, REGEL, Tekening, Tekeningen } from '#ui/grafiek.tsx'
import { klassen } from '#ui/klassen.ts'
import { Tabel } from '#ui/tabel.tsx'
import { px, tekstBreedte } from '#ui/tekst-maat.ts'
import {
  isPunt,
  type PuntPlek,
  type RijPlek,
  type TijdlijnPlan,
  type TijdlijnRij,
  tekenTijdlijn,
} from '#ui/tijdlijn.ts'

type GrafiekTijdlijnProps = FiguurProps & {
  rijen: readonly TijdlijnRij[]
  /** Eerste en laatste jaar dat in beeld moet zijn, ook als er niets staat. */
  van?: number | undefined
  tot?: number | undefined
  vandaag?: Datum | undefined
  /** Kop van de eerste kolom in de tabel. */
  wat?: string | undefined
}

const NAMEN: Readonly<Record<Maat['naam'], number>> = { smal: 0, midden: 0, breed: 270 }

function Jaren(props: { plan: TijdlijnPlan; smal: boolean }) {
  const { plan } = props
  return plan.jaren.map((vak) => (
    <>
      <line class="oz-as" x1={px(vak.x)} x2={px(vak.x)} y1="22" y2={px(plan.hoogte)} />
      <text class="oz-tekst oz-tekst--stil" x={px(vak.x + 3)} y="15">
        {props.smal && vak.breedte < 40 ? `’${String(vak.jaar).slice(2)}` : vak.jaar}
      </text>
    </>
  ))
}

/** Van de mijlpaal naar een label dat lager staat. */
function Wijzer(props: { plek: PuntPlek }) {
  const { plek } = props
  if (plek.label.y <= plek.y + 30) return null
  return (
    <line
      class="oz-tijd__lijn"
      x1={px(plek.x)}
      x2={px(plek.x)}
      y1={px(plek.y + 8)}
      y2={px(plek.label.y - 12)}
    />
  )
}

/** Een dag is een rondje; een maand, kwartaal of jaar is een staafje zo breed als het plan het noemt. */
function Mijlpaal(props: { plek: PuntPlek }) {
  const { plek } = props
  const breed = isPunt(plek.punt) ? 0 : plek.breedte
  return (
    <rect
      class={klassen('oz-tijd__punt', plek.punt.verwacht && 'oz-tijd__punt--verwacht')}
      x={px(plek.x - Math.max(breed, 13) / 2)}
      y={px(plek.y - 6.5)}
      width={px(Math.max(breed, 13))}
      height="13"
      rx="6.5"
    />
  )
}

function Mijlpaalnaam(props: { plek: PuntPlek }) {
  const { label } = props.plek
  return (
    <text class="oz-tekst oz-tekst--halo" x={px(label.x)} y={px(label.y)}>
      {label.regels.map((regel, i) => (
        <tspan x={px(label.x)} dy={i === 0 ? 0 : REGEL}>
          {regel}{' '}
        </tspan>
      ))}
    </text>
  )
}

function Rij(props: { plek: RijPlek; breedte: number; vet: boolean; eerste: boolean }) {
  const { plek } = props
  const naam = (
    <text class={klassen('oz-tekst', props.vet && 'oz-tekst--vet')} x="0" y={px(plek.naam.y)}>
      {plek.naam.regels.map((regel, i) => (
        <tspan x="0" dy={i === 0 ? 0 : REGEL}>
          {regel}
        </tspan>
      ))}
    </text>
  )
  return (
    <g>
      {!props.eerste && <line class="oz-as" x1="0" x2={props.breedte} y1={px(plek.y)} y2={px(plek.y)} />}
      {plek.rij.href === undefined ? naam : <a href={plek.rij.href}>{naam}</a>}
      {plek.balken.map((balk) => (
        <rect
          class={klassen(
            'oz-tijd__balk',
            balk.verwacht && 'oz-tijd__balk--verwacht',
            plek.rij.nadruk && 'oz-tijd__balk--nadruk',
          )}
          x={px(balk.x)}
          y={px(plek.baan + 1)}
          width={px(balk.breedte)}
          height="18"
          rx="3"
        />
      ))}
      {/* Eerst alle wijzers: een naam die erover valt, blijft zo leesbaar. */}
      {plek.punten.map((punt) => (
        <Wijzer plek={punt} />
      ))}
      {plek.punten.map((punt) => (
        <Mijlpaal plek={punt} />
      ))}
      {plek.punten.map((punt) => (
        <Mijlpaalnaam plek={punt} />
      ))}
    </g>
  )
}

function Vandaag(props: { plan: TijdlijnPlan; breedte: number }) {
  const { plan } = props
  if (plan.vandaag === undefined) return null
  const woord = tekstBreedte('vandaag', LETTER)
  const links = plan.vandaag + woord + 6 > props.breedte
  return (
    <>
      <line class="oz-tijd__nu" x1={px(plan.vandaag)} x2={px(plan.vandaag)} y1="20" y2={px(plan.hoogte)} />
      <text
        class="oz-tekst oz-tekst--accent oz-tekst--halo"
        x={px(plan.vandaag + (links ? -6 : 6))}
        y={px(plan.hoogte - 6)}
        text-anchor={links ? 'end' : 'start'}
      >
        vandaag
      </text>
    </>
  )
}

function TijdlijnSvg(props: { tijdlijn: GrafiekTijdlijnProps; maat: Maat }) {
  const { tijdlijn, maat } = props
  const vorm = { breedte: maat.breedte, namen: NAMEN[maat.naam], letter: LETTER, regel: REGEL }
  const plan = tekenTijdlijn(tijdlijn.rijen, vorm, tijdlijn)
  const bereikbaar = tijdlijn.rijen.some((rij) => rij.href !== undefined)
  return (
    <Tekening breedte={maat.breedte} hoogte={plan.hoogte} naam={tijdlijn.boodschap} bereikbaar={bereikbaar}>
      <Jaren plan={plan} smal={maat.naam === 'smal'} />
      {plan.rijen.map((plek, i) => (
        <Rij plek={plek} breedte={maat.breedte} vet={vorm.namen === 0} eerste={i === 0} />
      ))}
      <Vandaag plan={plan} breedte={maat.breedte} />
    </Tekening>
  )
}

type Regel = { naam: string; wat: string; wanneer: string; zeker: string }

const zekerheid = (verwacht: boolean | undefined): string => (verwacht ? 'verwacht' : 'gepland')

/** Elke balk en elke mijlpaal als regel, in de volgorde van de tekening. */
function tijdlijnRegels(rijen: readonly TijdlijnRij[]): Regel[] {
  return rijen.flatMap((rij) => [
    ...rij.balken.map((balk) => ({
      naam: rij.naam,
      wat: 'Looptijd',
      wanneer:
        balk.van === balk.tot
          ? toonTijdvak(balk.van)
          : `${toonTijdvak(balk.van)} tot en met ${toonTijdvak(balk.tot)}`,
      zeker: zekerheid(balk.verwacht),
    })),
    ...rij.mijlpalen.map((mijlpaal) => ({
      naam: rij.naam,
      wat: mijlpaal.tekst,
      wanneer: toonTijdvak(mijlpaal.op),
      zeker: zekerheid(mijlpaal.verwacht),
    })),
  ])
}

/** Wanneer wat loopt en gebeurt; wat het plan vaag laat, is vaag getekend. */
export function GrafiekTijdlijn(props: GrafiekTijdlijnProps) {
  const tabel = (
    <Tabel
      id={`${props.id}-tabel`}
      bijschrift={props.boodschap}
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'naam', kop: props.wat ?? 'Onderdeel', cel: (regel) => regel.naam },
        { sleutel: 'wat', kop: 'Wat', cel: (regel) => regel.wat },
        { sleutel: 'wanneer', kop: 'Wanneer', cel: (regel) => regel.wanneer },
        { sleutel: 'zeker', kop: 'Hoe zeker', cel: (regel) => regel.zeker },
      ]}
      rijen={tijdlijnRegels(props.rijen)}
    />
  )
  return (
    <Grafiek {...props} tabel={tabel}>
      <Tekeningen teken={(maat) => <TijdlijnSvg tijdlijn={props} maat={maat} />} />
    </Grafiek>
  )
}
