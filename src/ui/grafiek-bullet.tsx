import { type Centen, centen, telOp, toonEuro, trekAf } from '#basis/geld.ts'
import { type FiguurProps, Grafiek } from '#ui/grafiek.tsx'
import { schaal } from '#ui/grafiek-staaf.tsx'
import { klassen } from '#ui/klassen.ts'
import { Link } from '#ui/link.tsx'
import { Tabel } from '#ui/tabel.tsx'

export type BulletRij = {
  naam: string
  href?: string | undefined
  begroot: Centen
  gerealiseerd: Centen
  /** Al toegezegd maar nog niet betaald; komt achter wat is uitgegeven. */
  verplicht?: Centen | undefined
  prognose?: Centen | undefined
  nadruk?: boolean | undefined
}

/** Plaatsen op de balk als deel van de grootste waarde van alle rijen samen. */
export function bulletMaten(rijen: readonly BulletRij[]): (rij: BulletRij) => {
  begroot: number
  gerealiseerd: number
  totVerplicht: number
  prognose: number | undefined
} {
  const hoogste = Math.max(
    1,
    ...rijen.flatMap((rij) => [rij.begroot, rij.gerealiseerd + (rij.verplicht ?? 0), rij.prognose ?? 0]),
  )
  // Rechts blijft een randje vrij, zodat het streepje van de prognose niet half buiten beeld valt.
  const deel = (waarde: number): number => (Math.max(0, waarde) / hoogste) * 0.985
  return (rij) => ({
    begroot: deel(rij.begroot),
    gerealiseerd: deel(rij.gerealiseerd),
    totVerplicht: deel(rij.gerealiseerd + (rij.verplicht ?? 0)),
    prognose: rij.prognose === undefined ? undefined : deel(rij.prognose),
  })
}

type BalkProps = { rij: BulletRij; maten: ReturnType<typeof bulletMaten> }

/** De vormen van één balk; met een breedte in px staan zij ook goed in een los bestand. */
export function BulletVormen(props: BalkProps & { breedte?: number | undefined }) {
  const maat = props.maten(props.rij)
  const op = schaal(props.breedte)
  const boven = Math.max(maat.totVerplicht, maat.prognose ?? 0)
  return (
    <>
      <rect class="oz-bullet__begroot" x="1" y="3" height="24" width={op(maat.begroot)} />
      <rect class="oz-bullet__uit" x="1" y="8" height="14" width={op(maat.gerealiseerd)} />
      {maat.totVerplicht > maat.gerealiseerd && (
        <rect
          class="oz-bullet__vast"
          x={op(maat.gerealiseerd)}
          y="8"
          height="14"
          width={op(maat.totVerplicht - maat.gerealiseerd)}
        />
      )}
      {boven > maat.begroot && (
        <rect
          class="oz-bullet__boven"
          x={op(maat.begroot)}
          y="0"
          height="4"
          width={op(boven - maat.begroot)}
        />
      )}
      {maat.prognose !== undefined && (
        <line
          class="oz-bullet__prognose"
          x1={op(maat.prognose)}
          x2={op(maat.prognose)}
          y1="0"
          y2={BULLETHOOGTE}
        />
      )}
    </>
  )
}

export const BULLETHOOGTE = 30

/** De balk alleen, ook voor in een tabel: de bedragen staan er dan naast in hun eigen kolommen. */
export function BulletBalk(props: BalkProps) {
  return (
    <svg
      class="oz-bullet__balk"
      width="100%"
      height={String(BULLETHOOGTE)}
      aria-hidden="true"
      focusable="false"
    >
      <BulletVormen {...props} />
    </svg>
  )
}

/** De balk in woorden, voor ernaast of eronder. */
export function bulletWoorden(rij: BulletRij): string {
  const delen = [`${toonEuro(rij.gerealiseerd)} uitgegeven van ${toonEuro(rij.begroot)}`]
  if (rij.verplicht !== undefined && rij.verplicht !== 0) delen.push(`${toonEuro(rij.verplicht)} vastgelegd`)
  if (rij.prognose !== undefined) delen.push(`verwacht ${toonEuro(rij.prognose)}`)
  const [uit, straks] = [trekAf(rij.gerealiseerd, rij.begroot), meestVerwacht(rij)]
  if (uit > 0) delen.push(`${toonEuro(uit)} boven de begroting`)
  else if (straks > 0) delen.push(`dreigt ${toonEuro(straks)} boven de begroting te komen`)
  return delen.join(' · ')
}

/** Hoeveel het naar verwachting meer wordt dan begroot; zonder prognose telt wat al vastligt. */
const meestVerwacht = (rij: BulletRij): Centen =>
  trekAf(rij.prognose ?? telOp(rij.gerealiseerd, rij.verplicht ?? centen(0)), rij.begroot)

export function BulletSleutel() {
  return (
    <ul class="oz-sleutel">
      {(
        [
          ['oz-bullet__begroot', 'begroot'],
          ['oz-bullet__uit', 'uitgegeven'],
          ['oz-bullet__vast', 'vastgelegd'],
        ] as const
      ).map(([klas, woord]) => (
        <li>
          <svg width="22" height="14" aria-hidden="true" focusable="false">
            <rect class={klas} x="1" y="1" width="20" height="12" />
          </svg>
          {woord}
        </li>
      ))}
      <li>
        <svg width="8" height="18" aria-hidden="true" focusable="false">
          <line class="oz-bullet__prognose" x1="4" x2="4" y1="0" y2="18" />
        </svg>
        verwacht
      </li>
      <li>
        <svg width="22" height="14" aria-hidden="true" focusable="false">
          <rect class="oz-bullet__boven" x="1" y="5" width="20" height="4" />
        </svg>
        boven de begroting
      </li>
    </ul>
  )
}

type GrafiekBulletProps = FiguurProps & { rijen: readonly BulletRij[]; wat: string }

export function GrafiekBullet(props: GrafiekBulletProps) {
  const maten = bulletMaten(props.rijen)
  const tabel = (
    <Tabel
      id={`${props.id}-tabel`}
      bijschrift={props.boodschap}
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'naam', kop: props.wat, cel: (rij) => rij.naam },
        { sleutel: 'begroot', kop: 'Begroot, €', soort: 'bedrag', cel: (rij) => rij.begroot },
        { sleutel: 'uit', kop: 'Uitgegeven, €', soort: 'bedrag', cel: (rij) => rij.gerealiseerd },
        { sleutel: 'vast', kop: 'Vastgelegd, €', soort: 'bedrag', cel: (rij) => rij.verplicht },
        { sleutel: 'prognose', kop: 'Verwacht, €', soort: 'bedrag', cel: (rij) => rij.prognose },
      ]}
      rijen={props.rijen}
    />
  )
  return (
    <Grafiek {...props} tabel={tabel}>
      <BulletSleutel />
      <ul class="oz-bullet">
        {props.rijen.map((rij) => (
          <li class={klassen(rij.nadruk && 'oz-bullet--nadruk')}>
            <span class="oz-bullet__naam">
              {rij.href === undefined ? rij.naam : <Link href={rij.href}>{rij.naam}</Link>}
            </span>
            <BulletBalk rij={rij} maten={maten} />
            <span class="oz-bullet__woorden">{bulletWoorden(rij)}</span>
          </li>
        ))}
      </ul>
    </Grafiek>
  )
}
