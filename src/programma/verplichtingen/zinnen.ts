import { type Centen, centen, toonEuroCenten } from '#basis/geld.ts'
import { opsomming } from '#basis/tekst.ts'
import type {
  Bezwaar,
  Correctieweigering,
  Factuurweigering,
  Handweigering,
  Oordeelweigering,
  Periodeweigering,
  Stapsoort,
  Verplichtingweigering,
  Verzoekweigering,
} from '#grootboek/deur.ts'
import { bronnaam } from '#programma/namen.ts'
import { toonPeriode } from '#programma/periodenaam.ts'
import type { Plan } from '#programma/plan.ts'

/** Alle zinnen waarmee een boeking met de hand niet doorgaat, of waarmee zij gemeld wordt. */

export type Boekreden =
  | Verplichtingweigering
  | Factuurweigering
  | Handweigering
  | Correctieweigering
  | Oordeelweigering
  | Periodeweigering
  | Verzoekweigering

const VAST = {
  mag_niet: 'Uw rol mag dit niet. Er is niets geboekt.',
  bedrag_niet_positief: 'Vul een bedrag in dat meer is dan nul. Wordt het minder, laat dan iets vrijvallen.',
  bedrag_nul: 'Vul een bedrag in dat niet nul is.',
  omschrijving_ontbreekt: 'Schrijf in een paar woorden waar dit over gaat.',
  reden_ontbreekt: 'Schrijf in een paar woorden waarom. Er is niets veranderd.',
  tot_voor_van: 'De laatste dag ligt voor de eerste dag. Keer ze om.',
  verplichting_onbekend: 'Deze verplichting bestaat niet.',
  verplichting_afgesloten: 'Deze verplichting is afgesloten. Er kan niets meer bij of af.',
  factuurnummer_onleesbaar:
    'Een factuurnummer bestaat uit letters, cijfers, spaties en . _ : # -, met minstens één cijfer, en is hoogstens 40 tekens lang. Het is openbaar: een naam of bankrekening hoort er niet in.',
  stuk_onleesbaar:
    'Een stuknummer bestaat uit letters, cijfers, spaties en . _ : # -, met minstens één cijfer, en is hoogstens 40 tekens lang. Het is openbaar: een naam of bankrekening hoort er niet in.',
  is_raming:
    'Dit is de begroting zoals zij is vastgesteld. Die corrigeert u niet: pas het plan aan, of stel een begrotingswijziging voor.',
  is_overheveling:
    'Een overheveling corrigeert u niet los: laat haar bij Jaareinde vervallen, of stel een begrotingswijziging voor.',
  buiten_looptijd:
    'Deze dag valt buiten de looptijd van het onderdeel. Uw gemeente weigert dat. Kies een andere dag, of laat eerst het plan aanpassen.',
  geen_regels: 'Er is niets te boeken, of het zijn er te veel tegelijk. Er is niets geboekt.',
  grondslag_onleesbaar: 'Het nummer van het stuk bevat tekens die niet kunnen. Er is niets geboekt.',
  niet_in_evenwicht: 'De boeking komt per bron niet op nul uit. Er is niets geboekt.',
  sleutel_hergebruikt:
    'Dit formulier is al verwerkt, en daarna is er iets in veranderd. Open het opnieuw om nog iets te boeken.',
  voorstel_onbekend: 'Dit voorstel bestaat niet.',
  eigen_voorstel: 'U deed dit voorstel zelf. Een ander moet erover beslissen.',
  niet_eigen_voorstel: 'Alleen wie het voorstel deed, kan het intrekken.',
  is_open: 'Deze periode is al open.',
  al_gevraagd: 'Er wacht al een voorstel om deze periode te heropenen.',
  boeking_onbekend: 'Deze boeking bestaat niet.',
  al_zo: 'Deze periode heeft deze stand al. Misschien was een ander u net voor.',
  eerst_voorlopig: 'Sluit de periode eerst voorlopig. Daarna kan zij vast worden.',
  nog_niet_voorbij: 'Deze maand is nog niet voorbij. Sluiten kan vanaf de eerste dag van de volgende maand.',
  eerst_heropenen: 'Deze periode is vast. Vraag eerst om haar te heropenen.',
  niet_in_orde: 'De controlelijst is nog niet in orde. Kijk wat er openstaat, of sluit de periode toch.',
} as const

const euro = (bedrag: number | Centen): string => toonEuroCenten(centen(bedrag))

export function weigerzin(reden: Boekreden, plan: Pick<Plan, 'bronnen'>): string {
  switch (reden.code) {
    case 'boven_ruimte':
      return `In ${reden.jaar} is er ${euro(reden.tekortCent)} te weinig vrij. Uw gemeente weigert dat. Maak het bedrag kleiner, of laat eerst de begroting wijzigen.`
    case 'bron_boven_ruimte':
      return `In ${reden.jaar} is er uit ${bronnaam(plan)(reden.bron)} ${euro(reden.tekortCent)} te weinig vrij.`
    case 'boven_mandaat':
      return `${euro(reden.bedragCent)} is meer dan uw mandaat.`
    case 'boven_openstaand':
      return `Deze factuur is ${euro(reden.bovenCent)} hoger dan wat openstaat. Uw gemeente weigert dat. Boek eerst meerwerk.`
    case 'meer_dan_open':
      return `Er staat ${euro(reden.openCent)} open. Meer kan er niet vrijvallen.`
    case 'mandaat_te_laag':
      return reden.mandaatCent === null
        ? 'U heeft op dit onderdeel geen mandaat. Een ander moet dit goedkeuren.'
        : `Uw mandaat op dit onderdeel is ${euro(reden.mandaatCent)}. Dat is te laag om dit goed te keuren.`
    case 'al_besloten':
      return `Over dit voorstel is al beslist: het is ${reden.oordeel}. Er is niets veranderd.`
    case 'periode_dicht':
      return `De periode ${toonPeriode(reden.periode)} is ${reden.stand === 'vast' ? 'vastgesteld' : 'voorlopig gesloten'}. U kunt dit boeken in ${toonPeriode(reden.eersteOpen)}; bij de boeking staat dan dat zij over ${toonPeriode(reden.periode)} gaat.`
    case 'is_correctie':
      return `Dit is zelf een correctie, van boeking ${reden.van}. Een correctie corrigeert u niet: boek opnieuw wat het moet zijn.`
    case 'al_gecorrigeerd':
      return `Deze boeking is al gecorrigeerd, met boeking ${reden.door}. Nog een keer kan niet.`
    case 'open_negatief':
      return `Op verplichting ${reden.verplichting} is al ${euro(reden.tekortCent)} meer gefactureerd of vrijgevallen dan er dan nog over is. Corrigeer eerst die boekingen, of laat de rest vrijvallen.`
    default:
      return VAST[reden.code]
  }
}

const ONJUIST: ReadonlySet<string> = new Set([
  'bedrag_niet_positief',
  'bedrag_nul',
  'omschrijving_ontbreekt',
  'reden_ontbreekt',
  'tot_voor_van',
  'factuurnummer_onleesbaar',
  'stuk_onleesbaar',
  'grondslag_onleesbaar',
])

/** 400: het ingevulde klopt niet; 404: het is er niet; 409: een regel staat het nu niet toe. */
export function boekstatus(code: Boekreden['code']): 400 | 403 | 404 | 409 {
  if (code === 'mag_niet') return 403
  if (code.endsWith('_onbekend')) return 404
  return ONJUIST.has(code) ? 400 : 409
}

/** Na het boeken: wat opviel. De bedragen staan bij de boeking zelf. */
export const MELDING = {
  boven_ruimte: 'Het onderdeel heeft in dat jaar nu minder dan niets vrij. De boeking is wel gedaan.',
  bron_boven_ruimte:
    'Uit de gekozen bron is hiervoor te weinig begroot. Over alle bronnen samen is er genoeg. Wijs het geld met een begrotingswijziging aan de bron toe.',
  boven_mandaat: 'Het bedrag is hoger dan het mandaat van wie boekte.',
  boven_openstaand: 'De factuur was hoger dan wat openstond. Het meerdere komt uit de vrije ruimte.',
  buiten_looptijd: 'De dag valt buiten de looptijd van het onderdeel.',
} as const satisfies Record<Bezwaar['code'], string>

/** Waarschuwingen voor in een adres, en terug; wat niet bekend is, valt weg. */
export const alsGemeld = (waarschuwingen: readonly Bezwaar[]): string =>
  [...new Set(waarschuwingen.map(({ code }) => code))].join('.')
export const leesGemeld = (tekst: string | undefined): (keyof typeof MELDING)[] =>
  (tekst ?? '').split('.').filter((code): code is keyof typeof MELDING => Object.hasOwn(MELDING, code))

export const STAPNAAM = {
  aangegaan: 'Aangegaan',
  meerwerk: 'Meerwerk',
  factuur: 'Factuur',
  creditnota: 'Creditnota',
  vrijval: 'Vrijval',
  correctie: 'Correctie',
  verplaatst: 'Verplaatst',
} as const satisfies Record<Stapsoort, string>

export const periodenOpgesomd = (perioden: readonly Parameters<typeof toonPeriode>[0][]): string =>
  opsomming(perioden.slice(0, 6).map(toonPeriode)) + (perioden.length > 6 ? ' en meer' : '')
