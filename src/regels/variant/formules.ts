import { type Datum, datum, jaarVan } from '#basis/datum.ts'
import { als, isSoort, kleinste, nul, of, vierWekenNaarMaand } from '#regels/motor/expressie.ts'
import { vraagBedrag } from '#regels/motor/invoer.ts'
import type { Parameter, Parameterwaarde } from '#regels/motor/parameter.ts'
import { maakRegelset, type Regel, type Regelset, regel } from '#regels/motor/regel.ts'
import type { Formule } from '#regels/variant/variant.ts'
import { BASISBEDRAG, BIJTELLING, DREMPEL, MARGINAAL } from '#regels/wet/bedragen-bijdrage.ts'
import {
  IVB_DEEL,
  IVB_DREMPEL,
  IVB_HOOGSTE,
  IVB_LAAGSTE,
  PLAN_DEEL,
  PLAN_GRENS,
  PLAN_HOOGSTE,
} from '#regels/wet/bedragen-voorstel.ts'
import { artikel, EINDE, jaarBegin, UITVOERINGSBESLUIT, VOORSTEL_36713 } from '#regels/wet/bronnen.ts'
import * as i from '#regels/wet/invoer.ts'
import { abonnementstarief, bovenDrempel, hoogsteBijdrage, vrijgesteld } from '#regels/wet/regels-bijdrage.ts'
import { huishoudsoort } from '#regels/wet/regels-inkomen.ts'
import { ivb, plan2022 } from '#regels/wet/regels-voorstel.ts'
import { REGELS } from '#regels/wet/wet.ts'

/**
 * Een andere formule vervangt één regel: het abonnementstarief. De rest van de regels (vrijstelling, kostprijs,
 * vergoeding) blijft wat zij is, en de uitleg noemt de nieuwe regel.
 */
const ALTIJD = { vanaf: jaarBegin(2020), tot: EINDE }
const nu = (een: Regel, versie = een.versies.at(-1)): Regel => ({
  ...een,
  versies: versie === undefined ? [] : [{ ...versie, ...ALTIJD }],
})
const kop = (naam: string, uitleg: string) =>
  ({ id: abonnementstarief.id, naam, zin: abonnementstarief.zin, uitleg, status: 'voorstel' }) as const

const versie2018 = ({ versies }: Regel) =>
  versies.find(({ vanaf, tot }) => vanaf <= '2018-07-01' && '2018-07-01' <= tot)

const VERVANGING: Readonly<Record<Exclude<Formule, 'abonnement'>, readonly Regel[]>> = {
  'wetsvoorstel-36713': [
    nu(ivb),
    regel(
      kop('Bijdrage volgens wetsvoorstel 36713', 'Naar inkomen en vermogen. Dit is geen geldend recht.'),
      {
        ...ALTIJD,
        bron: VOORSTEL_36713,
        expr: als(vrijgesteld, nul('per maand'), ivb),
      },
    ),
  ],
  'plan-2022': [
    nu(plan2022),
    regel(
      kop(
        'Bijdrage volgens het plan van 2022',
        'Dit plan is niet doorgegaan. Dat een paar dat niet allebei AOW heeft niets betaalt, is een aanname.',
      ),
      {
        ...ALTIJD,
        bron: { naam: 'gemeente.nu, november 2022' },
        expr: als(of(vrijgesteld, isSoort(huishoudsoort, 'paar')), nul('per maand'), plan2022),
      },
    ),
  ],
  'regels-2018': [
    nu(bovenDrempel, versie2018(bovenDrempel)),
    nu(hoogsteBijdrage, versie2018(hoogsteBijdrage)),
    regel(
      kop('Bijdrage volgens de formule van 2018', 'De formule en bedragen van 2018, op het inkomen van nu.'),
      {
        ...ALTIJD,
        bron: artikel(UITVOERINGSBESLUIT, '3.8', '1'),
        expr: als(
          vrijgesteld,
          nul('per maand'),
          vierWekenNaarMaand(kleinste(hoogsteBijdrage, vraagBedrag(i.KOSTEN_4_WEKEN))),
        ),
      },
    ),
  ],
}

const SETS = new Map<Formule, Regelset>([['abonnement', REGELS]])

export function regelsVan(formule: Formule): Regelset {
  const eerder = SETS.get(formule)
  if (eerder !== undefined || formule === 'abonnement') return eerder ?? REGELS
  const nieuw = new Map(VERVANGING[formule].map((een) => [een.id, een]))
  const set = maakRegelset([...REGELS.regels.values()].map((een) => nieuw.get(een.id) ?? een))
  SETS.set(formule, set)
  return set
}

const BEDRAGEN: Readonly<Record<Exclude<Formule, 'abonnement'>, readonly Parameter[]>> = {
  'wetsvoorstel-36713': [IVB_LAAGSTE, IVB_HOOGSTE, IVB_DEEL, ...Object.values(IVB_DREMPEL)],
  'plan-2022': [PLAN_HOOGSTE, PLAN_GRENS, PLAN_DEEL],
  'regels-2018': [...Object.values(BASISBEDRAG), ...Object.values(DREMPEL), MARGINAAL, BIJTELLING],
}
const PEILDAG: Readonly<Record<Exclude<Formule, 'abonnement'>, Datum>> = {
  'wetsvoorstel-36713': datum('2027-01-01'),
  'plan-2022': datum('2023-01-01'),
  'regels-2018': datum('2018-07-01'),
}

/** De bedragen van een voorstel, verplaatst naar het jaar waarvoor gerekend wordt. */
export function bedragenVan(formule: Formule, dag: Datum): Parameter[] {
  if (formule === 'abonnement') return []
  const peildag = PEILDAG[formule]
  return BEDRAGEN[formule].flatMap((een) => {
    const waarde = een.waarden.find(({ vanaf, tot }) => vanaf <= peildag && peildag <= tot)
    return waarde === undefined ? [] : [{ ...een, waarden: [alsVoorstel(waarde, dag)] }]
  })
}

export const alsVoorstel = (
  waarde: Omit<Parameterwaarde, 'vanaf' | 'tot' | 'status'>,
  dag: Datum,
): Parameterwaarde => ({
  ...waarde,
  vanaf: datum(`${jaarVan(dag)}-01-01`),
  tot: datum(`${jaarVan(dag)}-12-31`),
  bekendVanaf: undefined,
  status: 'voorstel',
})
