import { datum } from '#basis/datum.ts'
import { findMarginalen } from '#regels/bevolking/ingebouwd.store.ts'
import { simuleer } from '#regels/simulatie/simuleer.ts'
import { simulatieUit } from '#regels/simulatie/uitvoer.ts'
import { berekeningUit, parameterlijstUit, regellijstUit } from '#regels/uitvoer.ts'
import { vindVariant } from '#regels/variant/klaar.ts'
import {
  Berekeningvorm,
  Berekeningvraag,
  Parameterlijstvorm,
  Parametervorm,
  Regellijstvorm,
  Simulatievorm,
  Simulatievraagvorm,
} from '#regels/vormen.ts'
import { ABONNEMENT } from '#regels/wet/bedragen-bijdrage.ts'
import { maakRekenkamer } from '#regels/wet/wet.ts'

/** De namen waaronder de vormen in de beschrijving van de api staan. */
export const regelvormen = {
  Parameter: Parametervorm,
  Parameterlijst: Parameterlijstvorm,
  Regellijst: Regellijstvorm,
  Berekening: Berekeningvorm,
  Simulatie: Simulatievorm,
} as const
/** Wat iemand opstuurt; hier horen extra velden niet. */
export const vraagvormen = { Berekeningvraag, Simulatievraag: Simulatievraagvorm } as const

const GEMEENTE = 'gm1731'
const DAG = datum('2023-06-01')
const BEREKENING = {
  regel: 'netto_bijdrage_per_maand',
  datum: DAG,
  invoer: { paar: false, aow_gerechtigden: 0, inkomen_netto_maand: 1476.64, czm: false },
}
const SIMULATIE = { datum: DAG, varianten: ['czm-stopt'], reeksen: 2 }
const EERSTE = 2

/** Echte vragen met echte antwoorden, voor de beschrijving; lange lijsten ingekort. */
export async function apivoorbeelden() {
  const kamer = maakRekenkamer(GEMEENTE)
  const machine = kamer.op(DAG)
  const uit = machine.reken(BEREKENING.regel, BEREKENING.invoer)
  const variant = vindVariant('czm-stopt')
  const marginalen = await findMarginalen(GEMEENTE)
  if (!uit.ok || variant === undefined || marginalen === undefined)
    throw new Error('het voorbeeld rekent niet')
  const vraag = { gemeente: GEMEENTE, dag: DAG, marginalen, varianten: [variant], reeksen: SIMULATIE.reeksen }
  const simulatie = await simuleer(vraag)
  if (!simulatie.ok) throw new Error('het voorbeeld simuleert niet')
  const heel = simulatieUit(simulatie.waarde, vraag, undefined)
  const berekening = berekeningUit(machine, uit.waarde, GEMEENTE)
  const lijst = regellijstUit()
  return {
    parameter: parameterlijstUit(ABONNEMENT),
    regellijst: { regels: lijst.regels.slice(0, EERSTE), invoer: lijst.invoer.slice(0, EERSTE) },
    berekening: {
      invoer: BEREKENING,
      uitkomst: { ...berekening, stappen: berekening.stappen.slice(-EERSTE) },
    },
    simulatie: {
      invoer: SIMULATIE,
      uitkomst: {
        ...heel,
        aannamen: heel.aannamen.slice(0, EERSTE),
        huishoudtypen: heel.huishoudtypen.slice(0, 1),
        curven: heel.curven.slice(0, 1).map((een) => ({ ...een, punten: een.punten.slice(0, EERSTE) })),
        varianten: heel.varianten.map((een) => ({
          ...een,
          groepen: {
            ...een.groepen,
            vakken: een.groepen.vakken.slice(0, EERSTE),
            perAs: een.groepen.perAs.slice(0, 1),
          },
        })),
      },
    },
  }
}
