import type { Invoerpoort, Invoervorm, Lijstprofiel } from '#programma/deur.ts'
import { leesCamt } from '#uitwisseling/camt/lezen.ts'
import { isZoekbaar } from '#uitwisseling/camt/zoeken.ts'
import {
  DOELVELDEN,
  herkenProfielen,
  Invoerprofiel,
  ingebouwdeProfielen,
  LIJSTSOORTEN,
  leesProfiel,
  maakLijstlezer,
  stelProfielVoor,
  VELDNAAM,
} from '#uitwisseling/lijst/deur.ts'
import { GRENZEN } from '#uitwisseling/rekenblad/teksten.ts'
import { leesXaf } from '#uitwisseling/xaf/lezen.ts'

/** De lezers van bestanden uit een financieel systeem, zoals het inlezen ze vraagt. */

/** Een XML-bestand herkent men aan zijn begin, ook in UTF-16; welk van de twee zegt de eerste naam. */
function herken(begin: Uint8Array): Invoervorm {
  const tekst = Buffer.from(begin).toString('latin1').replaceAll('\0', '')
  const kaal = tekst.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, '').trimStart()
  if (!kaal.startsWith('<')) return 'lijst'
  return /camt\.05|BkToCstmr/u.test(kaal) ? 'camt' : 'xaf'
}

/** Een profiel uit de database of van het scherm is pas een profiel als het voorschrift het zegt. */
const profielVan = (profiel: Lijstprofiel): Invoerprofiel => Invoerprofiel.parse(profiel)

export const maakInvoerpoort = (meesteRegels: number): Invoerpoort => ({
  herken,
  leesXaf,
  grootsteLijst: GRENZEN.bestand,
  meesteRegels,
  stelProfielVoor,
  herkenProfielen: (profielen, bytes) => herkenProfielen(profielen.map(profielVan), bytes),
  ingebouwdeProfielen,
  leesProfiel,
  maakLijstlezer: (profiel, kader) => maakLijstlezer(profielVan(profiel), kader),
  leesCamt,
  isZoekbaar,
  velden: DOELVELDEN.map((veld) => ({ veld, naam: VELDNAAM[veld] })),
  lijstsoorten: LIJSTSOORTEN,
})
