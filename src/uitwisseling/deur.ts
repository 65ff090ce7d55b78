import type { Bestand, Bestandspoort, Plan } from '#programma/deur.ts'
import { schrijfJournaalbestand } from '#uitwisseling/journaal/uitvoer.ts'
import {
  leesPlanbestand,
  MEDIATYPE,
  maakSjabloon,
  planNaarWerkboek,
  schrijfOds,
  schrijfXlsx,
  type Werkboek,
} from '#uitwisseling/rekenblad/deur.ts'
import { schrijfTabel } from '#uitwisseling/tabelbestand.ts'

export { maakInvoerpoort } from '#uitwisseling/invoerpoort.ts'
export { JOURNAALWEIGERINGEN } from '#uitwisseling/journaal/uitvoer.ts'
export { maakDocumentpoort, maakRapportpoort } from '#uitwisseling/rapport/poort.ts'
export { maakZetterij } from '#uitwisseling/rapport/zetterij.ts'

/** De deur van uitwisseling: wat kamers als poort vragen, hier ingevuld. */

const alsBestand = (naam: string, vorm: 'ods' | 'xlsx', werkboek: Werkboek): Bestand => ({
  naam: `${naam}.${vorm}`,
  type: MEDIATYPE[vorm],
  inhoud: new Uint8Array(vorm === 'ods' ? schrijfOds(werkboek) : schrijfXlsx(werkboek)),
})

const planAlsJson = (plan: Plan): Bestand => ({
  naam: `${plan.programma.id}.json`,
  type: MEDIATYPE.json,
  inhoud: new TextEncoder().encode(`${JSON.stringify(plan, null, 2)}\n`),
})

export const bestanden: Bestandspoort = {
  schrijfTabel,
  schrijfJournaal: schrijfJournaalbestand,
  schrijfPlan: (plan, vorm) =>
    vorm === 'json' ? planAlsJson(plan) : alsBestand(plan.programma.id, vorm, planNaarWerkboek(plan)),
  schrijfSjabloon: (vorm, jaren) => alsBestand('sjabloon-programmaplan', vorm, maakSjabloon(jaren)),
  leesPlanbestand,
}

export * from '#uitwisseling/lijst/deur.ts'
