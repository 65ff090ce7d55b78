import { type Datum, toonDatum } from '#basis/datum.ts'
import { type Centen, centen, toonEuro, toonEuroCenten } from '#basis/geld.ts'
import { type Antwoorden, type Klif, type Proefuitkomst, proefbereken } from '#regels/proef.ts'
import { Stapregel } from '#regels/schermen/proef.tsx'
import { AOW, CZM, NETTO, PAAR } from '#regels/wet/invoer.ts'
import type { Rekenkamer } from '#regels/wet/wet.ts'
import { GrafiekCurve } from '#ui/grafiek-curve.tsx'
import { Alinea, Kolommen, Paginakop, Sectie } from '#ui/kop.tsx'
import { LegeStaat } from '#ui/lege-staat.tsx'
import { Pagina, type Schil } from '#ui/pagina.tsx'
import { Tabel } from '#ui/tabel.tsx'

/** Eén mens precies op de grens van het minimabeleid, en één cent erboven: wat dat uitmaakt en waarom. */
export type Klifvoorbeeld = { dag: Datum; klif: Klif; op: Proefuitkomst; erboven: Proefuitkomst }

const IEMAND: Antwoorden = {
  [PAAR.naam]: 'nee',
  [AOW.naam]: '0',
  voorziening: 'begeleiding',
  [CZM.naam]: 'ja',
}
const inkomen = (cent: number): string => (cent / 100).toFixed(2).replace('.', ',')
const HEEL_LAAG = 50_000

/** `undefined` als er op deze dag in deze gemeente geen klif is uit te rekenen. */
export function maakVoorbeeld(kamer: Rekenkamer, dag: Datum): Klifvoorbeeld | undefined {
  const bij = (cent: number): Proefuitkomst | undefined => {
    const uit = proefbereken(kamer, dag, { ...IEMAND, [NETTO.naam]: inkomen(cent) })
    return uit.ok ? uit.waarde : undefined
  }
  const klif = bij(HEEL_LAAG)?.klif
  if (klif === undefined) return undefined
  const [op, erboven] = [bij(klif.grens), bij(klif.grens + 1)]
  return op === undefined || erboven === undefined ? undefined : { dag, klif, op, erboven }
}

export function Klifpagina(props: { schil: Schil; gemeente: string; voorbeeld: Klifvoorbeeld | undefined }) {
  const { voorbeeld } = props
  return (
    <Pagina
      titel="Eén cent meer inkomen"
      schil={props.schil}
      kruimels={[
        { tekst: 'Regels en bedragen', href: '/regels' },
        { tekst: 'Eigen bijdrage berekenen', href: '/eigen-bijdrage' },
      ]}
      beschrijving="Een voorbeeld van iemand precies op de grens van het minimabeleid, en één cent erboven."
    >
      {voorbeeld === undefined ? (
        <>
          <Paginakop titel="Eén cent meer inkomen" />
          <LegeStaat titel={`Voor ${props.gemeente} is dit voorbeeld niet uit te rekenen`}>
            De bedragen van de gemeente zijn nog niet ingevoerd. Wie de regels van de gemeente beheert, kan
            dat doen.
          </LegeStaat>
        </>
      ) : (
        <Voorbeeld voorbeeld={voorbeeld} gemeente={props.gemeente} />
      )}
    </Pagina>
  )
}

function Voorbeeld({ voorbeeld, gemeente }: { voorbeeld: Klifvoorbeeld; gemeente: string }) {
  const { klif, op, erboven, dag } = voorbeeld
  return (
    <>
      <Paginakop
        titel="Eén cent meer inkomen"
        lead={`Wie ${toonEuroCenten(klif.grens)} netto per maand heeft, betaalt ${toonEuroCenten(op.bedrag)} per maand. Wie één cent meer heeft, betaalt ${toonEuroCenten(erboven.bedrag)}. Dat scheelt ${toonEuroCenten(klif.perJaar)} per jaar.`}
      />
      <Alinea>
        Dit is een voorbeeld: iemand die alleen woont, jonger is dan de AOW-leeftijd, hulp van de gemeente{' '}
        {gemeente} krijgt en de CZM heeft. Gerekend met de regels van {toonDatum(dag)}.
        {klif.procent !== undefined &&
          ` De grens is ${klif.procent} van de bijstandsnorm zonder vakantietoeslag.`}{' '}
        Zo’n sprong heet een klif.
      </Alinea>
      <GrafiekCurve
        id="klif"
        boodschap={`Boven ${toonEuroCenten(klif.grens)} kost één cent ineens ${toonEuroCenten(centen(erboven.bedrag - op.bedrag))} per maand`}
        xNaam="netto inkomen per maand"
        yNaam="wat iemand zelf betaalt per maand"
        toonX={(cent) => toonEuro(centen(cent))}
        toonY={(cent) => toonEuro(centen(cent))}
        reeksen={[{ naam: 'met CZM', punten: trap(klif.grens, op.bedrag, erboven.bedrag) }]}
        merken={[
          {
            reeks: 0,
            x: klif.grens,
            y: erboven.bedrag,
            tekst: `De grens: ${toonEuroCenten(klif.grens)} netto per maand.`,
          },
        ]}
        tabel={
          <Tabel
            id="klif-tabel"
            bijschrift="Wat iemand betaalt rond de grens"
            bijschriftVerborgen
            kolommen={[
              { sleutel: 'wie', kop: 'Inkomen', cel: (rij: Klif['rijen'][number]) => rij.tekst },
              { sleutel: 'bedrag', kop: 'Betaalt per maand, €', soort: 'bedrag', cel: (rij) => rij.bedrag },
            ]}
            rijen={klif.rijen}
          />
        }
      />
      <Kolommen>
        <Stappen kop={`Met ${toonEuroCenten(klif.grens)}`} uitkomst={op} />
        <Stappen kop={`Met ${toonEuroCenten(centen(klif.grens + 1))}`} uitkomst={erboven} />
      </Kolommen>
    </>
  )
}

const RUIMTE = 40_000
const trap = (grens: Centen, voor: Centen, na: Centen) => [
  { x: grens - RUIMTE, y: voor },
  { x: grens, y: voor },
  { x: grens + 1, y: na },
  { x: grens + RUIMTE, y: na },
]

const Stappen = ({ kop, uitkomst }: { kop: string; uitkomst: Proefuitkomst }) => (
  <Sectie kop={kop} onder={`Betaalt ${toonEuroCenten(uitkomst.bedrag)} ${uitkomst.periode}.`}>
    <ol class="oz-lijst">
      {uitkomst.stappen.map((stap) => (
        <Stapregel stap={stap} />
      ))}
    </ol>
  </Sectie>
)
