import type { Child } from 'hono/jsx'
import { centen, toonEuro } from '#basis/geld.ts'
import { klifmerken, type Lijn, metKliffen } from '#regels/beleid/curvelezen.ts'
import type { Curvepunt } from '#regels/simulatie/curve.ts'
import { GrafiekCurve } from '#ui/grafiek-curve.tsx'

/** Wat een huishouden zelf betaalt bij elk inkomen, met de kliffen erin: op het scherm en op de notitie dezelfde. */

export const betaaltZelf = ({ bijdrage, vergoeding }: Curvepunt): number => bijdrage - vergoeding

/** Een punt van een as kan een deel van een cent zijn. */
export const euro = (cent: number): string => toonEuro(centen(Math.round(cent)))

export const Betaalcurve = (props: {
  id: string
  boodschap: string
  toelichting: string
  lijnen: readonly Lijn[]
  tabel: Child
}) => (
  <GrafiekCurve
    id={props.id}
    niveau={3}
    boodschap={props.boodschap}
    toelichting={props.toelichting}
    xNaam="netto inkomen per maand"
    yNaam="wat het huishouden zelf betaalt per maand"
    toonX={euro}
    toonY={euro}
    reeksen={props.lijnen.map(({ naam, curve }) => ({ naam, punten: metKliffen(curve, betaaltZelf, 1) }))}
    merken={klifmerken(props.lijnen, 'betaalt')}
    tabel={props.tabel}
  />
)
