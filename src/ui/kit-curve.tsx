import { centen, toonEuro } from '#basis/geld.ts'
import { GrafiekCurve } from '#ui/grafiek-curve.tsx'
import type { KitDeel } from '#ui/kit-deel.ts'
import { Tabel } from '#ui/tabel.tsx'

const toonX = (getal: number): string => toonEuro(centen(getal))
const trap = (grens: number, voor: number, na: number) => [
  { x: 100_000, y: voor },
  { x: grens, y: voor },
  { x: grens + 1, y: na },
  { x: 300_000, y: na },
]

const Curven = () => (
  <GrafiekCurve
    id="curve"
    boodschap="Eén cent boven de grens betaalt u ineens € 19 per maand"
    toelichting="Wat een huishouden zelf betaalt bij elk inkomen. De driehoek is een klif."
    xNaam="netto inkomen per maand"
    yNaam="wat u zelf betaalt per maand"
    toonX={toonX}
    toonY={toonX}
    reeksen={[
      { naam: 'Huidig beleid', punten: trap(147_664, 0, 1900) },
      { naam: 'Lagere vergoeding', punten: trap(147_664, 1200, 1900) },
      {
        naam: 'Naar inkomen',
        punten: [
          { x: 100_000, y: 0 },
          { x: 180_000, y: 0 },
          { x: 300_000, y: 3200 },
        ],
      },
    ]}
    merken={[
      { reeks: 0, x: 147_664, y: 1900, tekst: 'Huidig beleid: € 19 per maand meer boven € 1.476,64' },
      { reeks: 1, x: 147_664, y: 1900, tekst: 'Lagere vergoeding: € 7 per maand meer boven € 1.476,64' },
    ]}
    tabel={
      <Tabel
        bijschrift="Wat u zelf betaalt"
        bijschriftVerborgen
        kolommen={[
          { sleutel: 'x', kop: 'Inkomen per maand, €', soort: 'bedrag', cel: (rij: number[]) => rij[0] },
          { sleutel: 'nu', kop: 'Huidig beleid, €', soort: 'bedrag', cel: (rij) => rij[1] },
        ]}
        rijen={[
          [140_000, 0],
          [150_000, 1900],
        ]}
      />
    }
  />
)

export const KIT_CURVE: readonly KitDeel[] = [
  {
    naam: 'curve',
    titel: 'Curve met kliffen',
    lead: 'Lijnen boven een as van getallen, met genummerde plekken.',
    Inhoud: Curven,
  },
]
