import { type Datum, datum, eersteDag, laatsteDag, tijdvak, toonDatum } from '#basis/datum.ts'
import { centen, toonCenten } from '#basis/geld.ts'
import { opsomming } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import type { Invoerbevinding, Invoerregel, Invoerverslag } from '#grootboek/deur.ts'
import { bevatBurgerservicenummer } from '#uitwisseling/burgerservicenummer.ts'
import { bladplaats, celplaats, openLijst, rijplaats } from '#uitwisseling/lijst/bestand.ts'
import { alsCenten, codetekst } from '#uitwisseling/lijst/cellen.ts'
import { bedragkolommen, type Indeling, zoekIndeling } from '#uitwisseling/lijst/kolommen.ts'
import { duizendtallen } from '#uitwisseling/lijst/koprij.ts'
import type { Invoerprofiel } from '#uitwisseling/lijst/profiel.ts'
import { Regelmaker } from '#uitwisseling/lijst/regels.ts'
import { type Bronrij, type Lezing, leesRijen, meldSamengevoegdeBedragen } from '#uitwisseling/lijst/rijen.ts'
import type { Lijstkader } from '#uitwisseling/lijst/rijwaarden.ts'
import { controleerTotalen } from '#uitwisseling/lijst/totalen.ts'
import { Verzamelaar } from '#uitwisseling/lijst/verzamelaar.ts'
import { type Blad, celnaam, LEEG } from '#uitwisseling/rekenblad/rekenblad.ts'
import { isLeeg } from '#uitwisseling/rekenblad/tabel-zoeken.ts'

export type GelezenLijst = { verslag: Invoerverslag; regels: readonly Invoerregel[] }

/** Leest een lijst langs een bevestigd profiel: het hele bestand, of niets en dan elke fout met haar cel. */
export function leesLijst(
  bytes: Uint8Array,
  profiel: Invoerprofiel,
  kader: Lijstkader,
): Uitkomst<GelezenLijst, Invoerverslag> {
  const uit = new Verzamelaar()
  const maker = new Regelmaker(kader)
  const geopend = openLijst(bytes)
  if (!geopend.ok) return geweigerd(maakVerslag(profiel, kader, [], geopend.reden))
  if (profiel.soort !== 'mutaties' && kader.peildatum === undefined)
    uit.fout('peildatum_ontbreekt', 'Zeg op welke dag de standen in deze lijst gelden.', {})
  const gevonden = geopend.waarde.bladen.flatMap((blad) => {
    const indeling = kiesBlad(blad, profiel, uit)
    return indeling === undefined ? [] : [{ blad, indeling, profiel, uit }]
  })
  if (gevonden.length === 0) meldGeenKop(geopend.waarde.bladen, profiel, uit)
  for (const lezing of gevonden) leesBlad(lezing, maker)
  const regels = zonderNullen(maker.regels)
  if (regels.length === 0 && !uit.heeftFouten && gevonden.length > 0)
    uit.fout('geen_regels', 'Onder de kop staat geen enkele rij met een bedrag.', {})
  toetsBereik(regels, kader, uit)
  const verslag = maakVerslag(profiel, kader, regels, uit.bevindingen(), uit)
  return uit.heeftFouten ? geweigerd(verslag) : gelukt({ verslag, regels })
}

/**
 * Een stand van nul is geen regel. Is een hele soort nul, dan blijft er één staan: zo is te zien dat de lijst er wel
 * over gaat, en verdwijnt wat een eerdere lijst daarover zei.
 */
function zonderNullen(regels: readonly Invoerregel[]): Invoerregel[] {
  const gevuld = regels.filter(({ bedragCent }) => bedragCent !== 0)
  const soorten = new Set(gevuld.map(({ soort }) => soort))
  const tekens = regels.filter(({ soort }) => {
    const eerste = !soorten.has(soort)
    soorten.add(soort)
    return eerste
  })
  return [...gevuld, ...tekens]
}

/** De indeling van een blad dat meedoet; wat niet meedoet en wel iets bevat, wordt gemeld. */
function kiesBlad(blad: Blad, profiel: Invoerprofiel, uit: Verzamelaar): Indeling | undefined {
  if (profiel.bladen?.includes(blad.naam) === false) return undefined
  const indeling = zoekIndeling(blad, profiel)
  const volledig = indeling !== undefined && indeling.ontbreekt.length === 0
  if (blad.verborgen === true) {
    const zin = 'Dit blad is verborgen en is niet ingelezen.'
    if (volledig) uit.waarschuw('verborgen_blad', zin, bladplaats(blad))
    return undefined
  }
  if (volledig) return indeling
  if (blad.rijen.some(({ cellen }) => !cellen.every(isLeeg)))
    uit.waarschuw('blad_overgeslagen', 'Op dit blad staat de kop van dit profiel niet.', bladplaats(blad))
  return undefined
}

function meldGeenKop(bladen: readonly Blad[], profiel: Invoerprofiel, uit: Verzamelaar): void {
  const beste = bladen
    .flatMap((blad) => {
      const indeling = blad.verborgen === true ? undefined : zoekIndeling(blad, profiel)
      return indeling === undefined ? [] : [{ blad, indeling }]
    })
    .reduce<{ blad: Blad; indeling: Indeling } | undefined>(
      (een, ander) =>
        een !== undefined && een.indeling.kolommen.size >= ander.indeling.kolommen.size ? een : ander,
      undefined,
    )
  if (beste === undefined) {
    uit.fout('geen_koprij', `Geen rij gevonden met de koppen van profiel "${profiel.naam}".`, {})
    return
  }
  const { blad, indeling } = beste
  const namen = opsomming(indeling.ontbreekt.map(({ titels }) => `"${titels[0] ?? ''}"`))
  uit.fout(
    'kolom_ontbreekt',
    `De kop staat hier, maar zonder ${namen}. Kies een ander profiel of pas dit profiel aan.`,
    celplaats(blad, indeling.kop.rij, 0),
  )
}

function leesBlad(lezing: Lezing, maker: Regelmaker): void {
  const { blad, indeling, uit } = lezing
  for (const { titel, kolommen } of indeling.dubbel)
    uit.fout(
      'dubbele_kop',
      `De kop "${titel}" staat er ${kolommen.length} keer. Geef elke kolom een eigen kop.`,
      celplaats(blad, indeling.kop.rij, kolommen[1] ?? 0),
    )
  const duizend = duizendtallen(blad, indeling.kop)
  if (duizend !== undefined)
    uit.fout(
      'bedragen_in_duizenden',
      'Hier staat dat de bedragen in duizenden zijn. Omzien rekent op de cent: vraag de lijst in hele euro’s op.',
      celplaats(blad, duizend.rij, duizend.kolom),
    )
  const rijen = leesRijen(lezing)
  meldSamengevoegdeBedragen(lezing)
  meldBurgerservicenummers(lezing, rijen)
  const alsnog = uit.vol ? new Set<number>() : meldTotalen(lezing, rijen)
  for (const rij of rijen) {
    if (uit.vol) return
    if (rij.soort === 'misschien') meldTwijfel(lezing, rij, alsnog.has(rij.r))
    if (rij.soort === 'gegevens' || (rij.soort === 'misschien' && !alsnog.has(rij.r))) maker.neem(lezing, rij)
  }
}

/** Een rij met eigen codes en het woord totaal: of zij dat is, hebben de bedragen beslist; een mens moet het weten. */
function meldTwijfel({ blad, uit }: Lezing, { r }: Bronrij, isTotaal: boolean): void {
  if (isTotaal)
    uit.waarschuw(
      'totaal_met_codes',
      'Deze rij heeft codes, maar is de som van de rijen erboven; zij is niet ingelezen.',
      rijplaats(blad, r),
    )
  else
    uit.waarschuw(
      'lijkt_totaal',
      'Op deze rij staat het woord totaal, maar zij telt niets op; zij is als gewone rij ingelezen.',
      rijplaats(blad, r),
    )
}

const SLEUTELVELDEN = ['rekening', 'kostenplaats', 'project', 'stuk', 'boekstuk'] as const

/** Eén nummer van negen cijfers doorstaat de elfproef soms bij toeval; een halve kolom niet. */
function meldBurgerservicenummers({ blad, indeling, uit }: Lezing, rijen: readonly Bronrij[]): void {
  for (const veld of SLEUTELVELDEN) {
    const kolom = indeling.kolommen.get(veld)
    if (kolom === undefined) continue
    const waarden = new Set(
      rijen.map((rij) => codetekst(rij.waarden.get(veld) ?? LEEG)).filter((code) => code !== ''),
    )
    const lijkt = [...waarden].filter(bevatBurgerservicenummer).length
    if (lijkt >= 2 && lijkt * 2 >= waarden.size)
      uit.fout(
        'kolom_lijkt_bsn',
        `In de kolom "${kolom.titel}" lijken burgerservicenummers te staan. Die mogen niet in Omzien komen: kies een andere kolom.`,
        celplaats(blad, indeling.kop.rij, kolom.kolom),
      )
  }
}

function meldTotalen({ blad, indeling, uit }: Lezing, rijen: readonly Bronrij[]): ReadonlySet<number> {
  const kolommen = bedragkolommen(indeling)
  const telrijen = rijen.map(({ r, soort, bedragen }) => ({
    rij: r,
    totaal: soort === 'misschien' ? soort : soort === 'totaal',
    bedragen: kolommen.map(({ profiel }) => bedragen.get(profiel.veld)),
  }))
  // Met een kolom D of C is een som van kale bedragen geen controle.
  if (indeling.kolommen.has('kant')) return new Set()
  const { fouten, alsnog } = controleerTotalen(telrijen)
  for (const { rij, kolom, staat, som, van, tot } of fouten) {
    const k = kolommen[kolom]?.kolom ?? 0
    const [hier, daar] = [alsCenten(staat), alsCenten(som)]
    const bedragen =
      hier === undefined || daar === undefined
        ? ''
        : ` Hier staat ${toonCenten(hier)}, de rijen zijn samen ${toonCenten(daar)}.`
    uit.fout(
      'totaal_klopt_niet',
      `Dit totaal is niet de som van ${celnaam(van, k)} tot en met ${celnaam(tot, k)}.${bedragen}`,
      celplaats(blad, rij, k),
    )
  }
  return alsnog
}

function toetsBereik(regels: readonly Invoerregel[], { bereik }: Lijstkader, uit: Verzamelaar): void {
  if (bereik === undefined) return
  for (const { datum: dag, plaats } of regels)
    if (dag < bereik.van || dag > bereik.tot)
      uit.fout(
        'buiten_tijdvak',
        `Deze rij ligt buiten het tijdvak van ${toonDatum(bereik.van)} tot en met ${toonDatum(bereik.tot)}.`,
        plaats,
      )
}

/** Standen vervangen die van het hele jaar; mutaties die van de hele maanden waar zij over gaan. */
function bereikVan(
  { soort }: Invoerprofiel,
  kader: Lijstkader,
  regels: readonly Invoerregel[],
): { van: Datum; tot: Datum } {
  if (kader.bereik !== undefined) return kader.bereik
  const dagen = regels.map((regel) => regel.datum).toSorted()
  const jaren = regels.map(({ jaar }) => jaar)
  const [eerste, laatste] = [dagen[0], dagen.at(-1)]
  if (soort === 'mutaties' && eerste !== undefined && laatste !== undefined)
    return { van: eersteDag(tijdvak(eerste.slice(0, 7))), tot: laatsteDag(tijdvak(laatste.slice(0, 7))) }
  const buiten = kader.jaar ?? Number(kader.peildatum?.slice(0, 4) ?? 1970)
  const kleinste = jaren.reduce((een, ander) => Math.min(een, ander), jaren[0] ?? buiten)
  const grootste = jaren.reduce((een, ander) => Math.max(een, ander), jaren[0] ?? buiten)
  return { van: datum(`${kleinste}-01-01`), tot: datum(`${grootste}-12-31`) }
}

function maakVerslag(
  profiel: Invoerprofiel,
  kader: Lijstkader,
  regels: readonly Invoerregel[],
  bevindingen: Invoerbevinding[],
  uit?: Verzamelaar,
): Invoerverslag {
  const som = (kant: 1 | -1): number =>
    regels.reduce((tot, { bedragCent }) => (bedragCent * kant > 0 ? tot + bedragCent * kant : tot), 0)
  const [debet, credit] = [alsCenten(som(1)), alsCenten(som(-1))]
  const teGroot = debet === undefined || credit === undefined
  if (teGroot) uit?.fout('te_groot', 'De bedragen zijn samen te groot om op de cent te bewaren.', {})
  return {
    vorm: profiel.soort,
    bereik: { administratie: kader.administratie, ...bereikVan(profiel, kader, regels) },
    regels: regels.length,
    debetCent: debet ?? centen(0),
    creditCent: credit ?? centen(0),
    bevindingen: teGroot && uit !== undefined ? uit.bevindingen() : bevindingen,
  }
}
