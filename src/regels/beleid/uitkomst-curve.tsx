import { Betaalcurve, betaaltZelf, euro } from '#regels/beleid/betaalcurve.tsx'
import {
  type Curvekeuze,
  curvenVan,
  curvezin,
  klifmerken,
  type Lijn,
  lijnenVan,
  metKliffen,
} from '#regels/beleid/curvelezen.ts'
import { PAD } from '#regels/beleid/kiezen.tsx'
import type { Vergelijking } from '#regels/beleid/vergelijking.ts'
import type { Curve, Typerij } from '#regels/simulatie/curve.ts'
import { HUISHOUDTYPEN, INKOMENSNIVEAUS } from '#regels/simulatie/typen.ts'
import { GrafiekCurve } from '#ui/grafiek-curve.tsx'
import { Knop, Knoppen } from '#ui/knop.tsx'
import { Alinea, Sectie } from '#ui/kop.tsx'
import { Tabel } from '#ui/tabel.tsx'
import { KeuzeVeld } from '#ui/veld.tsx'
import { Meer } from '#ui/zijbalk.tsx'

export { type Curvekeuze, leesCurvekeuze } from '#regels/beleid/curvelezen.ts'

type Props = { vergelijking: Vergelijking; keuze: Curvekeuze; zoek: string }

const typenaam = (id: string): string => HUISHOUDTYPEN.find((een) => een.id === id)?.naam ?? id

/** Wat één soort huishouden betaalt bij elk inkomen, met de kliffen erin. */
export function Inkomenscurven({ vergelijking, keuze, zoek }: Props) {
  const lijnen = lijnenVan(vergelijking, keuze)
  const wie = `${typenaam(keuze.type)}, ${keuze.czm ? 'met' : 'zonder'} CZM`
  return (
    <Sectie kop="Wat het doet bij elk inkomen" id="curve" onder={wie}>
      <Kiezer keuze={keuze} zoek={zoek} />
      <Betaalcurve
        id="betaalt"
        boodschap={curvezin(lijnen)}
        toelichting="Wat dit huishouden zelf betaalt. Een driehoek met een nummer is een klif: daar kost één cent meer inkomen ineens geld."
        lijnen={lijnen}
        tabel={
          <Curvetabel
            id="betaalt"
            wat="Wat dit huishouden zelf betaalt per maand"
            rijen={rijenVan(lijnen, betaaltZelf)}
            lijnen={lijnen}
          />
        }
      />
      <Meer kop="Wat er overblijft, en hoeveel van elke extra euro">
        <GrafiekCurve
          id="overblijft"
          niveau={3}
          boodschap="Wat er overblijft stijgt met het inkomen, behalve bij een klif"
          toelichting="Netto inkomen min de eigen bijdrage, plus wat de gemeente vergoedt."
          xNaam="netto inkomen per maand"
          yNaam="wat er overblijft per maand"
          toonX={euro}
          toonY={euro}
          reeksen={lijnen.map(({ naam, curve }) => ({
            naam,
            punten: metKliffen(curve, ({ over }) => over, -1),
          }))}
          merken={klifmerken(lijnen, 'over')}
          tabel={
            <Curvetabel
              id="overblijft"
              wat="Wat er overblijft per maand"
              rijen={rijenVan(lijnen, ({ over }) => over)}
              lijnen={lijnen}
            />
          }
        />
        <GrafiekCurve
          id="druk"
          niveau={3}
          boodschap="Van elke extra euro gaat een deel weg aan belasting en eigen bijdrage"
          toelichting="De marginale druk, per stap van € 500 bruto per jaar. Boven 100% blijft er van meer inkomen minder over."
          xNaam="netto inkomen per maand"
          yNaam="deel van een extra euro dat niet overblijft"
          toonX={euro}
          toonY={(getal) => `${Math.round(getal)}%`}
          reeksen={lijnen.map(({ naam, curve }) => ({
            naam,
            punten: curve.punten.slice(1).map(({ netto, druk }) => ({ x: netto, y: druk * 100 })),
          }))}
          tabel={<Druktabel lijnen={lijnen} />}
        />
        <Alinea klein>
          Het netto inkomen is geschat uit het bruto inkomen; dat is een aanname, geen belastingberekening.
          Toeslagen tellen niet mee.
        </Alinea>
      </Meer>
    </Sectie>
  )
}

const Kiezer = ({ keuze, zoek }: Pick<Props, 'keuze' | 'zoek'>) => (
  <form class="oz-formulier oz-formulier--rij oz-niet-drukken" action={`${PAD}/uitkomst#curve`} method="get">
    {[...new URLSearchParams(zoek)].map(([naam, waarde]) => (
      <input type="hidden" name={naam} value={waarde} />
    ))}
    <KeuzeVeld
      naam="huishouden"
      label="Huishouden"
      keuzes={HUISHOUDTYPEN.map(({ id, naam }) => ({ waarde: id, tekst: naam }))}
      waarde={keuze.type}
    />
    <KeuzeVeld
      naam="czm"
      label="CZM"
      keuzes={[
        { waarde: 'ja', tekst: 'met CZM' },
        { waarde: 'nee', tekst: 'zonder CZM' },
      ]}
      waarde={keuze.czm ? 'ja' : 'nee'}
    />
    <KeuzeVeld
      naam="inkomen"
      label="Inkomen in de tabel"
      keuzes={INKOMENSNIVEAUS.map((een) => ({ waarde: String(een), tekst: `${een}% van de norm` }))}
      waarde={String(keuze.niveau)}
    />
    <Knoppen>
      <Knop soort="tweede">Toon</Knop>
    </Knoppen>
  </form>
)

/** Niet elk punt van de lijn: om de € 5.000 bruto is genoeg om na te lopen. */
const elkeZoveel = <Punt extends { bruto: number }>(punten: readonly Punt[]): Punt[] =>
  punten.filter(({ bruto }) => bruto % 500_000 === 0)

type Curverij = { bruto: number; netto: number; waarden: readonly (number | undefined)[] }

function rijenVan(lijnen: readonly Lijn[], kies: (punt: Curve['punten'][number]) => number): Curverij[] {
  return elkeZoveel(lijnen[0]?.curve.punten ?? []).map(({ bruto, netto }) => ({
    bruto,
    netto,
    waarden: lijnen.map(({ curve }) => {
      const punt = curve.punten.find((een) => een.bruto === bruto)
      return punt && kies(punt)
    }),
  }))
}

type Curvetabelprops = { lijnen: readonly Lijn[]; id: string; wat: string; rijen: readonly Curverij[] }

const Curvetabel = ({ lijnen, id, wat, rijen }: Curvetabelprops) => (
  <Tabel
    id={`${id}-tabel`}
    kopBreekt
    bijschrift={wat}
    kolommen={[
      { sleutel: 'bruto', kop: 'Inkomen per jaar, €', soort: 'bedrag', cel: (rij: Curverij) => rij.bruto },
      { sleutel: 'netto', kop: 'Netto per maand, €', soort: 'bedrag', cel: (rij) => rij.netto },
      ...lijnen.map(({ naam }, i) => ({
        sleutel: `v${i}`,
        kop: `${naam}, €`,
        soort: 'bedrag' as const,
        cel: (rij: Curverij) => rij.waarden[i],
      })),
    ]}
    rijen={rijen}
  />
)

const Druktabel = ({ lijnen }: { lijnen: readonly Lijn[] }) => (
  <Tabel
    id="druk-tabel"
    kopBreekt
    bijschrift="Deel van een extra euro dat niet overblijft"
    kolommen={[
      { sleutel: 'netto', kop: 'Netto per maand, €', soort: 'bedrag', cel: (rij: Curverij) => rij.netto },
      ...lijnen.map(({ naam }, i) => ({
        sleutel: `v${i}`,
        kop: naam,
        soort: 'getal' as const,
        cel: (rij: Curverij) => `${Math.round((rij.waarden[i] ?? 0) * 100)}%`,
      })),
    ]}
    rijen={rijenVan(lijnen, ({ druk }) => druk)}
  />
)

/** De elf huishoudens waarmee minima-rapporten vergelijken, bij het gekozen inkomen. */
export function Typen({ vergelijking, keuze }: Omit<Props, 'zoek'>) {
  const { varianten, tabel, typen } = curvenVan(vergelijking, keuze)
  const rijen = tabel.filter(({ procent, czm }) => procent === keuze.niveau && czm === keuze.czm)
  return (
    <Sectie
      kop="Elf soorten huishoudens"
      id="huishoudens"
      onder={`Wat zij per maand zelf betalen met een inkomen van ${keuze.niveau}% van de bijstandsnorm, ${keuze.czm ? 'met' : 'zonder'} CZM. Kies hierboven een ander inkomen.`}
    >
      <Tabel
        id="typen"
        kopBreekt
        bijschrift="Elf soorten huishoudens naast elkaar"
        bijschriftVerborgen
        kolommen={[
          {
            sleutel: 'type',
            kop: 'Huishouden',
            cel: (rij: Typerij) => typen.find(({ id }) => id === rij.type)?.naam ?? rij.type,
          },
          { sleutel: 'netto', kop: 'Netto inkomen, €', soort: 'bedrag', cel: (rij) => rij.netto },
          ...varianten.map(({ naam }, i) => ({
            sleutel: `v${i}`,
            kop: `${naam}, €`,
            soort: 'bedrag' as const,
            cel: (rij: Typerij) => rij.betaalt[i],
          })),
        ]}
        rijen={rijen}
        leeg="De bijstandsnorm is op deze dag niet bekend. Daarom is er geen tabel."
      />
      <Alinea klein>
        Dit zijn de elf soorten die rapporten over minima gebruiken; hun indeling is nog te bevestigen. Voor
        de eigen bijdrage maken kinderen geen verschil.
      </Alinea>
    </Sectie>
  )
}
