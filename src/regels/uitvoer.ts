import type { Datum } from '#basis/datum.ts'
import { type Breuk, type Eenheid, isGeld } from '#regels/motor/eenheid.ts'
import { type Gevonden, juriconnect, type Parameter } from '#regels/motor/parameter.ts'
import type { Berekening, Machine } from '#regels/motor/rekenen.ts'
import { alsGetal } from '#regels/toets.ts'
import { gevoelig, veranderzin } from '#regels/uitleg/gevoelig.ts'
import { type Stap, verklaar } from '#regels/uitleg/verklaar.ts'
import { INVOER } from '#regels/wet/invoer.ts'
import { REGELS } from '#regels/wet/wet.ts'

/** De vorm waarin een ander programma een berekening krijgt; de api en de opdracht geven hetzelfde. */
const getal = ({ teller, noemer }: Breuk, eenheid: Eenheid): number =>
  teller / noemer / (isGeld(eenheid) ? 100 : 1)

const eenheidsnaam = (eenheid: Eenheid): string =>
  isGeld(eenheid) ? (eenheid === 'euro' ? 'euro' : `euro ${eenheid}`) : eenheid

const parameterUit = ({ parameter, waarde, laag }: Gevonden, dag: Datum) => ({
  id: parameter.id,
  naam: parameter.naam,
  waarde: getal(waarde.waarde, parameter.eenheid),
  eenheid: eenheidsnaam(parameter.eenheid),
  vanaf: waarde.vanaf,
  tot: waarde.tot,
  status: waarde.status,
  laag: laag.soort,
  bron: waarde.bron,
  juriconnect: juriconnect(waarde.bron, dag) ?? null,
})

const stapUit = (stap: Stap, dag: Datum) => ({
  regel: stap.regel,
  naam: stap.naam,
  waarde:
    stap.eenheid === 'waar'
      ? stap.waarde.teller === 1
      : stap.eenheid === 'soort'
        ? stap.tekst
        : getal(stap.waarde, stap.eenheid),
  eenheid: eenheidsnaam(stap.eenheid),
  tekst: stap.tekst,
  omdat: stap.omdat,
  bron: stap.bron ?? null,
  juriconnect: stap.bron === undefined ? null : (juriconnect(stap.bron, dag) ?? null),
  van: stap.van,
  parameters: stap.parameters.map((een) => parameterUit(een, dag)),
})

export function berekeningUit(machine: Machine, berekening: Berekening, gemeente: string) {
  const { doel, dag } = berekening
  const { stappen } = verklaar(berekening)
  return {
    formaat: 1,
    regel: doel.regel.id,
    naam: doel.regel.naam,
    status: doel.regel.status,
    datum: dag,
    gemeente,
    waarde: alsGetal(berekening),
    eenheid: eenheidsnaam(doel.regel.eenheid),
    /** Staat hier iets, dan steunt de uitkomst op een bedrag dat nog niet zeker is. */
    nietZeker: [
      ...new Set(
        stappen.flatMap(({ parameters }) =>
          parameters
            .filter(({ waarde }) => waarde.status !== 'vastgesteld')
            .map(({ parameter }) => parameter.id),
        ),
      ),
    ],
    stappen: stappen.map((stap) => stapUit(stap, dag)),
    /** Welk ander antwoord de uitkomst zou veranderen. */
    veranderingen: gevoelig(machine, berekening).map((een) => ({
      invoer: een.invoer.naam,
      uitkomst: getal(een.uitkomst, doel.regel.eenheid),
      zin: veranderzin(een, doel.regel.eenheid),
    })),
  }
}
export type Berekeninguitvoer = ReturnType<typeof berekeningUit>

export const parameterlijstUit = (een: Parameter) => ({
  id: een.id,
  naam: een.naam,
  eenheid: eenheidsnaam(een.eenheid),
  bron: een.bron,
  gemis: een.gemis ?? null,
  waarden: een.waarden.map((waarde) => ({
    vanaf: waarde.vanaf,
    tot: waarde.tot,
    bekendVanaf: waarde.bekendVanaf ?? waarde.vanaf,
    waarde: getal(waarde.waarde, een.eenheid),
    ...(isGeld(een.eenheid) ? { eurocent: waarde.waarde.teller } : {}),
    status: waarde.status,
    bron: waarde.bron,
    juriconnect: juriconnect(waarde.bron, waarde.vanaf) ?? null,
    wijktAf: waarde.wijktAf ?? null,
  })),
})

/** Alle regels en alles wat zij kunnen vragen. */
export const regellijstUit = () => ({ regels: REGELS.volgorde.map(regelUit), invoer: INVOER })

const regelUit = ({ id, naam, uitleg, eenheid, status, versies }: (typeof REGELS.volgorde)[number]) => ({
  id,
  naam,
  uitleg,
  eenheid,
  status,
  versies: versies.map(({ vanaf, tot, bron }) => ({ vanaf, tot, bron })),
})
