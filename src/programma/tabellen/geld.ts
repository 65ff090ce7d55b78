import { centen } from '#basis/geld.ts'
import { BRONSOORTNAMEN } from '#programma/bronsoorten.ts'
import { gekozenBronnen } from '#programma/onderdelen/lijst.ts'
import { ZONDER_GROEP } from '#programma/onderdelen/vraag.ts'
import type { Planbeeld } from '#programma/planbeeld.ts'
import { maakInhoud, type Tabelinhoud, type Tabelvraag } from '#programma/tabellen/vorm.ts'

/** Tabellen over geld: de raming, de bronnen en wat die inbrengen. */

/** Een onderdeel met alles wat eronder valt. */
function metKinderen(beeld: Planbeeld, id: string): Set<string> {
  const sleutels = new Set<string>([id])
  for (const kind of beeld.kinderen.get(id) ?? [])
    for (const dieper of metKinderen(beeld, kind.id)) sleutels.add(dieper)
  return sleutels
}

/** Filters: `onderdeel` (met wat eronder valt), `groep`, `bron` en `jaar`. */
export function ramingtabel({ beeld, velden }: Tabelvraag): Tabelinhoud {
  const { onderdeel = '', groep = '', bron = '', jaar = '' } = velden
  const onder = onderdeel === '' ? undefined : metKinderen(beeld, onderdeel)
  const bronnen = bron === '' ? undefined : gekozenBronnen(beeld, bron)
  const kan = (id: string): boolean =>
    bronnen === undefined || beeld.onderdeel.get(id)?.bronnen.some((een) => bronnen.has(een)) === true
  const rijen = beeld.plan.raming.filter(
    (regel) =>
      (onder === undefined || onder.has(regel.onderdeel)) &&
      (groep === '' || (beeld.onderdeel.get(regel.onderdeel)?.groep ?? ZONDER_GROEP) === groep) &&
      (jaar === '' || String(regel.jaar) === jaar) &&
      (regel.bron === null ? kan(regel.onderdeel) : bronnen?.has(regel.bron) !== false),
  )
  const van = (id: string) => beeld.onderdeel.get(id)
  return maakInhoud(
    'Raming',
    rijen,
    [
      ['onderdeel', 'Sleutel', 'tekst', (regel) => regel.onderdeel],
      ['nummer', 'Nummer', 'tekst', (regel) => van(regel.onderdeel)?.code],
      ['titel', 'Onderdeel', 'tekst', (regel) => van(regel.onderdeel)?.titel],
      ['groep', 'Groep', 'tekst', (regel) => beeld.groep.get(van(regel.onderdeel)?.groep ?? '')?.titel],
      ['jaar', 'Jaar', 'tekst', (regel) => String(regel.jaar)],
      ['bron', 'Bron', 'tekst', (regel) => bronnaam(beeld, regel.bron)],
      ['bedrag', 'Bedrag', 'bedrag', (regel) => regel.bedragCent],
      ['vermelding', 'Vermelding', 'tekst', (regel) => regel.vermelding],
    ],
    [
      ['Onderdeel', van(onderdeel)?.titel ?? onderdeel],
      ['Groep', beeld.groep.get(groep)?.titel ?? groep],
      ['Bron', beeld.bron.get(bron)?.naam ?? bron],
      ['Jaar', jaar],
    ],
  )
}

const bronnaam = (beeld: Planbeeld, bron: string | null): string =>
  bron === null ? 'verdeling over bronnen niet bekend' : (beeld.bron.get(bron)?.naam ?? bron)

export function bronnentabel({ beeld }: Tabelvraag): Tabelinhoud {
  return maakInhoud('Bronnen', beeld.plan.bronnen, [
    ['id', 'Sleutel', 'tekst', ({ id }) => id],
    ['naam', 'Bron', 'tekst', ({ naam }) => naam],
    ['soort', 'Soort', 'tekst', ({ soort }) => BRONSOORTNAMEN[soort]],
    ['aard', 'Aard', 'tekst', ({ aard }) => aard],
    ['verantwoording', 'Verantwoording', 'tekst', ({ verantwoording }) => verantwoording],
    [
      'ontvangen',
      'Brengt in',
      'bedrag',
      ({ ontvangsten }) =>
        ontvangsten.length === 0
          ? null
          : centen(ontvangsten.reduce((som, { bedragCent }) => som + bedragCent, 0)),
    ],
    ['geraamd', 'Zeker hieruit geraamd', 'bedrag', ({ id }) => beeld.totaal.perBron.get(id)],
    ['voorwaarden', 'Voorwaarden', 'tekst', ({ voorwaarden }) => voorwaarden],
    ['onzeker', 'Onzekere lezing', 'tekst', ({ twijfel }) => twijfel],
  ])
}

/** Filter: `bron`. */
export function ontvangstentabel({ beeld, velden }: Tabelvraag): Tabelinhoud {
  const { bron = '' } = velden
  const gekozen = bron === '' ? undefined : gekozenBronnen(beeld, bron)
  const rijen = beeld.plan.bronnen
    .filter(({ id }) => gekozen?.has(id) !== false)
    .flatMap((van) => van.ontvangsten.map((ontvangst) => ({ van, ontvangst })))
  return maakInhoud(
    'Ontvangsten',
    rijen,
    [
      ['bron', 'Bron', 'tekst', ({ van }) => van.naam],
      ['naam', 'Ontvangst', 'tekst', ({ ontvangst }) => ontvangst.naam],
      ['jaar', 'Jaar', 'tekst', ({ ontvangst: { jaar } }) => (jaar === null ? '' : String(jaar))],
      ['bedrag', 'Bedrag', 'bedrag', ({ ontvangst }) => ontvangst.bedragCent],
      ['regel', 'Regel in het document', 'getal', ({ ontvangst }) => ontvangst.regel],
      ['onzeker', 'Onzekere lezing', 'tekst', ({ ontvangst }) => ontvangst.twijfel],
    ],
    [['Bron', beeld.bron.get(bron)?.naam ?? bron]],
  )
}
