import { toonEuro } from '#basis/geld.ts'
import { type FiguurProps, Grafiek, LETTER, type Maat, Tekening, Tekeningen } from '#ui/grafiek.tsx'
import { klassen } from '#ui/klassen.ts'
import { Tabel } from '#ui/tabel.tsx'
import { px } from '#ui/tekst-maat.ts'
import { tekenVerloop, type VerloopPlan, type VerloopPunt } from '#ui/verloop.ts'

const HOOGTE: Readonly<Record<Maat['naam'], number>> = { smal: 260, midden: 300, breed: 320 }

function Balken(props: { plan: VerloopPlan; breed: number }) {
  return props.plan.punten.map((plek) => (
    <>
      {plek.erbij !== undefined && (
        <rect
          class="oz-verloop__erbij"
          x={px(plek.x - props.breed)}
          y={px(plek.erbij.y)}
          width={px(props.breed - 1)}
          height={px(plek.erbij.hoogte)}
        />
      )}
      {plek.eraf !== undefined && (
        <rect
          class="oz-verloop__eraf"
          x={px(plek.x + 1)}
          y={px(plek.eraf.y)}
          width={px(props.breed - 1)}
          height={px(plek.eraf.hoogte)}
        />
      )}
    </>
  ))
}

function Lijn(props: { plan: VerloopPlan }) {
  const { punten } = props.plan
  return punten.slice(1).map((plek, i) => {
    const vorige = punten[i]
    if (vorige === undefined) return null
    return (
      <line
        class={klassen('oz-verloop__lijn', plek.punt.verwacht && 'oz-verloop__lijn--verwacht')}
        x1={px(vorige.x)}
        y1={px(vorige.y)}
        x2={px(plek.x)}
        y2={px(plek.y)}
      />
    )
  })
}

function VerloopSvg(props: { punten: readonly VerloopPunt[]; maat: Maat; naam: string }) {
  const { maat } = props
  const plan = tekenVerloop(props.punten, {
    breedte: maat.breedte,
    hoogte: HOOGTE[maat.naam],
    letter: LETTER,
  })
  const balk = Math.min(26, maat.breedte / Math.max(props.punten.length, 1) / 4)
  return (
    <Tekening breedte={maat.breedte} hoogte={plan.hoogte} naam={props.naam}>
      <Balken plan={plan} breed={balk} />
      <line class="oz-as oz-as--nul" x1="0" x2={maat.breedte} y1={px(plan.nul)} y2={px(plan.nul)} />
      <text class="oz-tekst oz-tekst--stil oz-tekst--halo" x="0" y={px(plan.nul - 5)}>
        0
      </text>
      <Lijn plan={plan} />
      {plan.punten.map((plek) => (
        <>
          <circle
            class={klassen('oz-verloop__punt', plek.punt.verwacht && 'oz-verloop__punt--verwacht')}
            cx={px(plek.x)}
            cy={px(plek.y)}
            r="5"
          />
          <text
            class="oz-tekst oz-tekst--vet oz-tekst--halo"
            x={px(plek.label.x)}
            y={px(plek.label.y)}
            text-anchor="middle"
          >
            {plek.label.tekst}
          </text>
          <text class="oz-tekst oz-tekst--stil" x={px(plek.x)} y={plan.hoogte - 8} text-anchor="middle">
            {plek.punt.jaar}
          </text>
        </>
      ))}
    </Tekening>
  )
}

type GrafiekVerloopProps = FiguurProps & { punten: readonly VerloopPunt[] }

/** Hoe een bron leegloopt: wat er aan het eind van elk jaar nog is. */
export function GrafiekVerloop(props: GrafiekVerloopProps) {
  const { punten } = props
  const metErbij = punten.some((punt) => punt.erbij !== undefined)
  const metEraf = punten.some((punt) => punt.eraf !== undefined)
  const tabel = (
    <Tabel
      id={`${props.id}-tabel`}
      bijschrift={props.boodschap}
      bijschriftVerborgen
      kolommen={[
        { sleutel: 'jaar', kop: 'Jaar', cel: (punt) => `${punt.jaar}${punt.verwacht ? ' (verwacht)' : ''}` },
        ...(metErbij
          ? [
              {
                sleutel: 'erbij',
                kop: 'Erbij, €',
                soort: 'bedrag' as const,
                cel: (punt: VerloopPunt) => punt.erbij,
              },
            ]
          : []),
        ...(metEraf
          ? [
              {
                sleutel: 'eraf',
                kop: 'Eraf, €',
                soort: 'bedrag' as const,
                cel: (punt: VerloopPunt) => punt.eraf,
              },
            ]
          : []),
        { sleutel: 'saldo', kop: 'Stand eind van het jaar, €', soort: 'bedrag', cel: (punt) => punt.saldo },
      ]}
      rijen={punten}
    />
  )
  const eind = punten.at(-1)
  const naam =
    eind === undefined ? props.boodschap : `${props.boodschap}. Eind ${eind.jaar}: ${toonEuro(eind.saldo)}`
  return (
    <Grafiek {...props} tabel={tabel}>
      {(metErbij || metEraf) && (
        <ul class="oz-sleutel">
          <li>
            <svg width="22" height="14" aria-hidden="true" focusable="false">
              <rect class="oz-verloop__erbij" x="1" y="1" width="20" height="12" />
            </svg>
            erbij
          </li>
          <li>
            <svg width="22" height="14" aria-hidden="true" focusable="false">
              <rect class="oz-verloop__eraf" x="1" y="1" width="20" height="12" />
            </svg>
            eraf
          </li>
          <li>
            <svg width="22" height="14" aria-hidden="true" focusable="false">
              <line class="oz-verloop__lijn" x1="0" x2="22" y1="7" y2="7" />
            </svg>
            stand eind van het jaar
          </li>
        </ul>
      )}
      <Tekeningen teken={(maat) => <VerloopSvg punten={punten} maat={maat} naam={naam} />} />
    </Grafiek>
  )
}
