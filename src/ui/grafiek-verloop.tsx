import { toonEuro } from '#basis/geld.ts'
import { type FiguurProps, Grafiek, LETTER, type Maat, Tekening, Tekeningen } from '#ui/grafiek.tsx'
import { klassen } from '#ui/klassen.ts'
import { Tabel } from '#ui/tabel.tsx'
import { px } from '#ui/tekst-maat.ts'
import { PLANWOORD, tekenVerloop, type VerloopPlan, type VerloopPunt } from '#ui/verloop.ts'

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

/** Wat het plan wilde, dun en gestreept, zodat de werkelijkheid de dikste lijn blijft. */
function Planlijn(props: { plan: VerloopPlan }) {
  const { plan, planLabel } = props.plan
  if (plan.length === 0) return null
  return (
    <>
      <path
        class="oz-verloop__plan"
        d={plan.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('')}
      />
      {planLabel !== undefined && (
        <text class="oz-tekst oz-tekst--zacht oz-tekst--halo" x={px(planLabel.x)} y={px(planLabel.y)}>
          {PLANWOORD}
        </text>
      )}
    </>
  )
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
      <Planlijn plan={plan} />
      <Lijn plan={plan} />
      {plan.leeg !== undefined && (
        <path class="oz-verloop__leeg" d={`M${px(plan.leeg.x)} ${px(plan.nul + 2)}l-7 11h14Z`} />
      )}
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

/** In welk jaar de bron leeg is, en in welk jaar dat volgens het plan zou zijn. */
function leegJaar(
  punten: readonly VerloopPunt[],
): { punt: VerloopPunt; plan: number | undefined } | undefined {
  const eerste = (saldo: (punt: VerloopPunt) => number | undefined): VerloopPunt | undefined =>
    punten.find((punt, i) => {
      const [hier, vorige] = [saldo(punt), punten[i - 1]]
      return hier !== undefined && hier <= 0 && vorige !== undefined && (saldo(vorige) ?? 0) > 0
    })
  const punt = eerste((een) => een.saldo)
  return punt && { punt, plan: eerste((een) => een.plan)?.jaar }
}

type GrafiekVerloopProps = FiguurProps & { punten: readonly VerloopPunt[] }

/** Hoe een bron leegloopt: wat er aan het eind van elk jaar nog is. */
export function GrafiekVerloop(props: GrafiekVerloopProps) {
  const { punten } = props
  const metErbij = punten.some((punt) => punt.erbij !== undefined)
  const metEraf = punten.some((punt) => punt.eraf !== undefined)
  const metPlan = punten.some((punt) => punt.plan !== undefined)
  const op = leegJaar(punten)
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
        ...(metPlan
          ? [
              {
                sleutel: 'plan',
                kop: 'Volgens het plan, €',
                soort: 'bedrag' as const,
                cel: (punt: VerloopPunt) => punt.plan,
              },
            ]
          : []),
      ]}
      rijen={punten}
    />
  )
  const eind = punten.at(-1)
  const naam =
    eind === undefined ? props.boodschap : `${props.boodschap}. Eind ${eind.jaar}: ${toonEuro(eind.saldo)}`
  return (
    <Grafiek {...props} tabel={tabel}>
      {op !== undefined && (
        <p class="oz-verloop__op">
          <svg width="14" height="12" aria-hidden="true" focusable="false">
            <path class="oz-verloop__leeg" d="M7 0 0 11h14Z" />
          </svg>{' '}
          {op.punt.verwacht ? 'Is naar verwachting op' : 'Op'} in {op.punt.jaar}
          {op.plan !== undefined && op.plan !== op.punt.jaar && `; volgens het plan in ${op.plan}`}
        </p>
      )}
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
