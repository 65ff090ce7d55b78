import { zoekIndeling } from '#uitwisseling/lijst/kolommen.ts'
import { duizendtallen } from '#uitwisseling/lijst/koprij.ts'
import type { Invoerprofiel } from '#uitwisseling/lijst/profiel.ts'
import { VELDNAAM, VELDSOORT } from '#uitwisseling/lijst/velden.ts'
import type { Kolomvoorstel } from '#uitwisseling/lijst/voorstel-kolommen.ts'
import type { Blad } from '#uitwisseling/rekenblad/rekenblad.ts'

/** Iets wat een mens bevestigt voordat het profiel bewaard wordt; `kolom` als het over één kolom gaat. */
export type Vraag = { code: string; zin: string; kolom?: number | undefined }

export function vragenBij(
  soortZeker: boolean,
  kolommen: readonly Kolomvoorstel[],
  profiel: Invoerprofiel,
  blad: Blad,
): Vraag[] {
  const vragen: Vraag[] = []
  if (!soortZeker) vragen.push({ code: 'soort', zin: `Is dit een lijst met ${profiel.soort}?` })
  vragen.push({
    code: 'teken',
    zin:
      profiel.teken === 'last_positief'
        ? 'Een last staat in deze lijst als positief bedrag. Klopt dat?'
        : 'Een last staat in deze lijst als negatief bedrag. Klopt dat?',
  })
  for (const voorstel of kolommen) vragen.push(...kolomvragen(voorstel, kolommen, blad))
  const indeling = zoekIndeling(blad, profiel)
  if (indeling !== undefined && duizendtallen(blad, indeling.kop) !== undefined)
    vragen.push({
      code: 'bedragen_in_duizenden',
      zin: 'In dit bestand staat dat de bedragen in duizenden zijn. Zo kan het niet worden ingelezen.',
    })
  if (profiel.soort === 'budgetuitputting' && kolommen.some(({ veld }) => veld === 'gerealiseerd'))
    vragen.push({
      code: 'realisatie_dubbel',
      zin: 'Leest u de realisatie ook in uit een auditfile? Neem haar dan niet ook uit deze lijst over.',
    })
  if (profiel.restant === 'zonder_verplichtingen')
    vragen.push({ code: 'restant', zin: 'Het restant is gerekend zonder de verplichtingen. Klopt dat?' })
  return vragen
}

function kolomvragen(voorstel: Kolomvoorstel, alle: readonly Kolomvoorstel[], blad: Blad): Vraag[] {
  const { kolom, letter, titel, veld, zekerheid, aanname, getalstijl, datumstijl, eersteWoord } = voorstel
  const vraag = (code: string, zin: string): Vraag => ({
    code,
    zin: `Kolom ${letter} ("${titel}"): ${zin}`,
    kolom,
  })
  const vragen: Vraag[] = []
  if (veld === null || veld === 'genegeerd') return []
  if (aanname || zekerheid !== 'zeker') vragen.push(vraag('kolom', `is dit ${VELDNAAM[veld]}?`))
  if (getalstijl === 'tegenstrijdig' && VELDSOORT[veld] === 'bedrag')
    vragen.push(vraag('getalstijl', 'hier staan Nederlandse en Engelse getallen door elkaar.'))
  if (getalstijl === 'onbeslist' && VELDSOORT[veld] === 'bedrag')
    vragen.push(
      vraag('getalstijl', 'is 1.403 hier veertienhonderddrie? Aan deze bedragen is dat niet te zien.'),
    )
  if (veld === 'datum' && datumstijl === 'onbeslist')
    vragen.push(vraag('datumstijl', 'staat de dag voorop of de maand? Aan deze datums is dat niet te zien.'))
  if (eersteWoord)
    vragen.push(
      vraag('eerste_woord', 'hier staat een code met tekst erachter; alleen de code wordt gelezen.'),
    )
  if (alle.some((ander) => ander.kolom !== kolom && ander.titel === titel))
    vragen.push(vraag('dubbele_kop', 'deze kop staat er vaker. Geef elke kolom een eigen kop.'))
  if (blad.verborgenKolommen?.includes(kolom) === true)
    vragen.push(vraag('verborgen_kolom', 'deze kolom is verborgen, maar wordt wel gelezen.'))
  return vragen
}
