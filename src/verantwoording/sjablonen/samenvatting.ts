import type { Feiten } from '#verantwoording/feiten/feiten.ts'
import { alleOnderdelen, type Geldregel } from '#verantwoording/feiten/geldfeiten.ts'
import { isBezig, periodewoord } from '#verantwoording/feiten/vraag.ts'
import type { Blok, Deel } from '#verantwoording/rapport.ts'
import { alinea, type Peil } from '#verantwoording/sjablonen/delen.ts'
import {
  bulletGrafiek,
  jarenGrafiek,
  standenGrafiek,
  stroomGrafiek,
  watervalGrafiek,
} from '#verantwoording/sjablonen/figuren.ts'
import { geldtabel } from '#verantwoording/sjablonen/tabellen.ts'
import {
  afwijkzin,
  besluitzin,
  bronzin,
  controlezin,
  geldzin,
  voortgangzin,
  wijzigzin,
} from '#verantwoording/sjablonen/zinnen.ts'

/** Is het jaar om, dan telt wat er is uitgegeven; een verwachting van toen leidt daar alleen van af. */
const zonderPrognose = (regels: readonly Geldregel[]): Geldregel[] =>
  regels.map((regel) => ({ ...regel, prognose: null, verschil: null }))

/** De eerste twee bladzijden: zinnen, vier grafieken en één tabel. */
export function samenvatting(feiten: Feiten, peil: Peil): Deel {
  const { geld, voortgang, moment, vraag } = feiten
  const zinnen: [id: string, zin: string | undefined][] = [
    ['geld', geldzin(feiten)],
    ['wijzigingen', wijzigzin(feiten)],
    ['voortgang', voortgangzin(voortgang, 'inhoud')],
    ['afwijkingen', afwijkzin(alleOnderdelen(geld), feiten, peil)],
    ['bronnen', bronzin(feiten)],
    ['besluiten', besluitzin(feiten.besluiten, feiten)],
    ['controle', controlezin(feiten)],
  ]
  const bezig: Blok[] = isBezig(vraag, moment.geldigTm)
    ? [
        alinea(
          'samenvatting.bezig',
          `De periode is nog niet voorbij: dit rapport over ${periodewoord(vraag)} telt wat er tot nu toe gebeurd is.`,
          { toon: 'let-op' },
        ),
      ]
    : []
  const regels = vraag.soort === 'dossier' ? alleOnderdelen(geld) : geld.groepen
  const wat = vraag.soort === 'dossier' ? 'Onderdeel' : 'Groep'
  return {
    id: 'samenvatting',
    titel: 'Samenvatting',
    blokken: [
      ...bezig,
      ...zinnen.flatMap(([id, zin]) => (zin === undefined ? [] : [alinea(`samenvatting.${id}`, zin)])),
      geldtabel(feiten, regels, {
        id: 'samenvatting-geld',
        titel: `Het geld van ${vraag.jaar} in één tabel`,
        wat,
        prognose: peil === 'prognose',
      }),
      watervalGrafiek('grafiek-begroting', feiten),
      ...(regels.length === 0 || !geld.besteed
        ? []
        : [bulletGrafiek('grafiek-groepen', wat, peil === 'prognose' ? regels : zonderPrognose(regels))]),
      stroomGrafiek('grafiek-bronnen', feiten),
      voortgang === undefined || voortgang.length === 0
        ? jarenGrafiek('grafiek-jaren', feiten)
        : standenGrafiek('grafiek-standen', voortgang),
    ],
  }
}
