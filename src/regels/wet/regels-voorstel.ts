import {
  als,
  grootste,
  jaarNaarMaand,
  kleinste,
  maal,
  nul,
  parameter,
  som,
  staffel,
  tabel,
  verschil,
} from '#regels/motor/expressie.ts'
import { vraagBedrag, vraagJaNee } from '#regels/motor/invoer.ts'
import { regel } from '#regels/motor/regel.ts'
import { ABONNEMENT } from '#regels/wet/bedragen-bijdrage.ts'
import * as l from '#regels/wet/bedragen-plaatselijk.ts'
import * as v from '#regels/wet/bedragen-voorstel.ts'
import { EINDE, HARDENBERG, jaarBegin, jaarEinde, VOORSTEL_36713 } from '#regels/wet/bronnen.ts'
import * as i from '#regels/wet/invoer.ts'
import { bijdrageplichtig, huishoudsoort } from '#regels/wet/regels-inkomen.ts'

import { normIncl } from '#regels/wet/regels-minima.ts'

/** Wat in een andere gemeente gold, en wat alleen een voorstel is. */
const paar = vraagJaNee(i.PAAR)
const soortTreden = (soort: keyof typeof l.STAFFEL) => {
  const [b1, b2, b3, b4] = l.STAFFEL_BEDRAG.map((een) => parameter(een))
  const [t1, t2, t3] = l.STAFFEL[soort]
  if (b1 === undefined || b2 === undefined || b3 === undefined || b4 === undefined)
    throw new Error('vier treden')
  const inkomen = vraagBedrag(i.JAARINKOMEN)
  return staffel(
    inkomen,
    [
      { totEnMet: parameter(t1), dan: b1 },
      { totEnMet: parameter(t2), dan: b2 },
      { totEnMet: parameter(t3), dan: b3 },
    ],
    b4,
  )
}
const staffelHardenberg = regel(
  {
    id: 'staffel_algemene_voorziening_per_maand',
    naam: 'Bijdrage voor een algemene voorziening in treden (Hardenberg, 2018)',
    zin: 'de bijdrage van uw trede',
    uitleg: 'Voor een algemene voorziening mag een gemeente een eigen tarief kiezen.',
  },
  {
    vanaf: jaarBegin(2018),
    tot: jaarEinde(2018),
    bron: HARDENBERG,
    expr: tabel(huishoudsoort, 'per maand', {
      alleen: soortTreden('alleen'),
      alleen_aow: soortTreden('alleen_aow'),
      paar: soortTreden('paar'),
      paar_aow: soortTreden('paar_aow'),
    }),
  },
)

const in2027 = { vanaf: jaarBegin(2027), tot: jaarEinde(2027), bron: VOORSTEL_36713 }
const ivbDrempel = als(paar, parameter(v.IVB_DREMPEL.meer), parameter(v.IVB_DREMPEL.een))
export const ivb = regel(
  {
    id: 'ivb_per_maand',
    naam: 'Bijdrage naar inkomen en vermogen (voorstel)',
    zin: 'de bijdrage in het voorstel',
    uitleg: 'Zo zou de bijdrage worden als het wetsvoorstel wet wordt. Het is geen geldend recht.',
    status: 'voorstel',
  },
  {
    ...in2027,
    expr: kleinste(
      som(
        parameter(v.IVB_LAAGSTE),
        jaarNaarMaand(
          maal(grootste(verschil(bijdrageplichtig, ivbDrempel), nul('per jaar')), parameter(v.IVB_DEEL)),
        ),
      ),
      parameter(v.IVB_HOOGSTE),
    ),
  },
)
const ivbToename = regel(
  {
    id: 'ivb_per_maand_toename',
    naam: 'Hoeveel de bijdrage in het voorstel stijgt',
    zin: 'de stijging van de bijdrage',
    uitleg: 'Tussen de drempel en het maximum stijgt de bijdrage met een deel van het extra inkomen.',
    status: 'voorstel',
  },
  { ...in2027, expr: maal(vraagBedrag(i.EXTRA_INKOMEN), parameter(v.IVB_DEEL)) },
)
export const plan2022 = regel(
  {
    id: 'plan_2022_per_maand',
    naam: 'Bijdrage volgens het plan van 2022',
    zin: 'de bijdrage in het plan van 2022',
    uitleg: 'Dit plan is niet doorgegaan. Het staat hier om te kunnen vergelijken.',
    status: 'voorstel',
  },
  {
    vanaf: jaarBegin(2023),
    tot: EINDE,
    bron: { naam: 'gemeente.nu, november 2022' },
    expr: kleinste(
      som(
        parameter(ABONNEMENT),
        maal(
          grootste(
            verschil(jaarNaarMaand(bijdrageplichtig), maal(normIncl, parameter(v.PLAN_GRENS))),
            nul('per maand'),
          ),
          parameter(v.PLAN_DEEL),
        ),
      ),
      parameter(v.PLAN_HOOGSTE),
    ),
  },
)

export const VOORSTELREGELS = [staffelHardenberg, ivb, ivbToename, plan2022]
