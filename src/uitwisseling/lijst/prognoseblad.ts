import { type Centen, centen } from '#basis/geld.ts'
import { schoon, sleutelVan, vergelijkbaar } from '#basis/tekst.ts'
import { gelukt, geweigerd, type Uitkomst } from '#basis/uitkomst.ts'
import {
  afdrukVan,
  type Celmelding,
  type GelezenBlad,
  type GelezenPrognose,
  type Ingevuld,
  PROGNOSECIJFERS,
  type Prognosepoort,
  type Prognosestand,
  type Prognosevel,
  ZEKERHEDEN,
  ZEKERHEIDSNAAM,
} from '#programma/deur.ts'
import { openLijst } from '#uitwisseling/lijst/bestand.ts'
import { codetekst, leesJaar } from '#uitwisseling/lijst/cellen.ts'
import { zoekKop } from '#uitwisseling/lijst/koprij.ts'
import {
  type Blad,
  bedrag,
  type Cel,
  type Celsoort,
  celnaam,
  formule,
  getal,
  kolomletters,
  LEEG,
  leesBedragcel,
  leeswijzerblad,
  MEDIATYPE,
  rij,
  schrijfOds,
  schrijfXlsx,
  tekst,
  type Werkboek,
  waardeVan,
} from '#uitwisseling/rekenblad/deur.ts'
import { standregels } from '#uitwisseling/tabelbestand.ts'

type Kolom = { kop: string; soort: Celsoort; breedteMm: number; verborgen?: true }

const KOLOMMEN = {
  sleutel: { kop: 'Sleutel', soort: 'tekst', breedteMm: 20, verborgen: true },
  afdruk: { kop: 'Afdruk', soort: 'tekst', breedteMm: 20, verborgen: true },
  boeking: { kop: 'Laatste boeking', soort: 'getal', breedteMm: 20, verborgen: true },
  titel: { kop: 'Onderdeel', soort: 'tekst', breedteMm: 60 },
  jaar: { kop: 'Jaar', soort: 'getal', breedteMm: 16 },
  naWijziging: { kop: 'Begroot na wijziging', soort: 'bedrag', breedteMm: 32 },
  verplicht: { kop: 'Verplicht', soort: 'bedrag', breedteMm: 32 },
  gerealiseerd: { kop: 'Gerealiseerd', soort: 'bedrag', breedteMm: 32 },
  vrij: { kop: 'Vrij', soort: 'bedrag', breedteMm: 32 },
  laatste: { kop: 'Laatste prognose', soort: 'bedrag', breedteMm: 32 },
  prognose: { kop: 'Prognose (invullen)', soort: 'bedrag', breedteMm: 34 },
  zekerheid: { kop: 'Zekerheid (invullen)', soort: 'tekst', breedteMm: 30 },
  toelichting: { kop: 'Toelichting (invullen)', soort: 'tekst', breedteMm: 80 },
} as const satisfies Record<string, Kolom>
type Kolomnaam = keyof typeof KOLOMMEN
const NAMEN = Object.keys(KOLOMMEN) as Kolomnaam[]
const VORMEN: readonly Kolom[] = Object.values(KOLOMMEN)
const nummer = (naam: Kolomnaam): number => NAMEN.indexOf(naam)

const TOTAAL = 'Totaal'
const MEESTE_TEKENS = 2000

export const prognosebladen: Prognosepoort = { schrijfPrognoseblad, leesPrognoseblad }

function schrijfPrognoseblad(
  vel: Prognosevel,
  vorm: 'ods' | 'xlsx',
): ReturnType<Prognosepoort['schrijfPrognoseblad']> {
  const werkboek = naarWerkboek(vel)
  const bytes = vorm === 'ods' ? schrijfOds(werkboek) : schrijfXlsx(werkboek)
  const naam = sleutelVan(`prognose ${vel.titel}`)
    .replace(/[^a-z0-9-]/gu, '')
    .slice(0, 80)
  return { naam: `${naam}.${vorm}`, type: MEDIATYPE[vorm], inhoud: new Uint8Array(bytes) }
}

function naarWerkboek(vel: Prognosevel): Werkboek {
  const eind = vel.rijen.length
  const prognoses = {
    naam: 'Prognose',
    kolommen: VORMEN.map(({ soort, breedteMm }) => ({ soort, breedteMm })),
    verborgenKolommen: VORMEN.flatMap(({ verborgen }, k) => (verborgen === true ? [k] : [])),
    rijen: [
      rij('kop', ...VORMEN.map(({ kop }) => tekst(kop))),
      ...vel.rijen.map((stand) => ({ cellen: cellenVan(stand, vel) })),
      ...(eind === 0 ? [] : [totaalrij(vel.rijen)]),
    ],
    kopRij: 0,
    bevroren: { rijen: 1, kolommen: nummer('titel') + 1 },
    keuzelijsten:
      eind === 0
        ? []
        : [
            {
              bereik: {
                vanRij: 1,
                totRij: eind,
                vanKolom: nummer('zekerheid'),
                totKolom: nummer('zekerheid'),
              },
              keuze: { waarden: ZEKERHEDEN.map((zekerheid) => ZEKERHEIDSNAAM[zekerheid]) },
            },
          ],
  }
  return { titel: vel.titel, bladen: [prognoses, leeswijzer(vel)] }
}

function cellenVan(stand: Prognosestand, vel: Prognosevel): Cel[] {
  const { cijfers, laatste } = stand
  const waarden: Record<Kolomnaam, Cel> = {
    sleutel: tekst(stand.onderdeel),
    afdruk: tekst(afdrukVan(stand)),
    boeking: getal(vel.stand.bekendNr),
    titel: tekst(stand.titel),
    jaar: getal(stand.jaar),
    naWijziging: bedrag(cijfers.naWijziging),
    verplicht: bedrag(cijfers.verplicht),
    gerealiseerd: bedrag(cijfers.gerealiseerd),
    vrij: bedrag(cijfers.vrij),
    laatste: laatste === null ? LEEG : bedrag(laatste.bedragCent),
    prognose: LEEG,
    zekerheid: LEEG,
    toelichting: LEEG,
  }
  return NAMEN.map((naam) => waarden[naam])
}

/** Ook de prognose telt levend op: wie invult, ziet meteen wat het samen wordt. */
function totaalrij(rijen: readonly Prognosestand[]): ReturnType<typeof rij> {
  const sommen: Partial<Record<Kolomnaam, number>> = { prognose: 0 }
  for (const cijfer of PROGNOSECIJFERS)
    sommen[cijfer] = rijen.reduce((som, { cijfers }) => som + cijfers[cijfer], 0)
  sommen.laatste = rijen.reduce((som, { laatste }) => som + (laatste?.bedragCent ?? 0), 0)
  return rij(
    'totaal',
    ...NAMEN.map((naam, k) => {
      const som = sommen[naam]
      if (naam === 'titel') return tekst(TOTAAL)
      if (som === undefined) return LEEG
      const uitkomst = Number.isSafeInteger(som)
        ? ({ soort: 'bedrag', bedrag: centen(som) } as const)
        : undefined
      return formule(`SUM(${celnaam(1, k)}:${celnaam(rijen.length, k)})`, uitkomst)
    }),
  )
}

function leeswijzer({ titel, stand }: Prognosevel): Blad {
  const regels: readonly (readonly [string, string])[] = [
    [
      'Invullen',
      `Vul in wat u verwacht dat het hele jaar kost (kolom ${kolomletters(nummer('prognose'))}), hoe zeker dat is, en waarom. Rijen die u leeg laat, veranderen niet.`,
    ],
    [
      'Niet wijzigen',
      'De andere kolommen zijn om te lezen. Wat u daar typt, telt niet mee. De volgorde van de rijen mag anders.',
    ],
    [
      'Terugsturen',
      'Lees het bestand in bij Omzien. Zijn de cijfers van een rij intussen veranderd, dan ziet u dat bij die cel; de andere rijen gaan door.',
    ],
    ...standregels(stand),
    ['Bedragen', 'In euro. Min is minder uitgegeven dan ontvangen.'],
  ]
  return leeswijzerblad(titel, regels)
}

type Plaats = { blad: Blad; kopRij: number; kolom: ReadonlyMap<Kolomnaam, number> }

function leesPrognoseblad(inhoud: Uint8Array): Uitkomst<GelezenBlad, readonly Celmelding[]> {
  const geopend = openLijst(inhoud)
  if (!geopend.ok)
    return geweigerd(geopend.reden.map(({ code, zin }) => ({ blad: undefined, cel: undefined, code, zin })))
  const plaatsen = geopend.waarde.bladen.flatMap(vindTabel)
  const [plaats, ...meer] = plaatsen
  if (plaats === undefined || meer.length > 0) {
    const zin =
      plaats === undefined
        ? 'Dit is geen prognoseblad van Omzien: een kolom die erbij hoort, is weg. Haal een nieuw blad op.'
        : 'In dit bestand staan twee prognosebladen. Laat er één staan.'
    return geweigerd([{ blad: undefined, cel: undefined, code: 'geen_prognoseblad', zin }])
  }
  const rijen: GelezenPrognose[] = []
  const meldingen: Celmelding[] = []
  for (let r = plaats.kopRij + 1; r < plaats.blad.rijen.length; r++) {
    const gelezen = leesRij(plaats, r)
    if (gelezen !== undefined && 'zin' in gelezen) meldingen.push(gelezen)
    else if (gelezen !== undefined) rijen.push(gelezen)
  }
  return gelukt({ rijen, meldingen })
}

function vindTabel(blad: Blad): Plaats[] {
  const kolommen = (titels: readonly (readonly string[])[]): Map<Kolomnaam, number> =>
    new Map(
      NAMEN.flatMap((naam): [Kolomnaam, number][] => {
        const gezocht = vergelijkbaar(KOLOMMEN[naam].kop)
        const k = titels.findIndex(([titel]) => vergelijkbaar(titel ?? '') === gezocht)
        return k === -1 ? [] : [[naam, k]]
      }),
    )
  const gevonden = zoekKop(blad, ({ titels }) => kolommen(titels).size, [1])
  if (gevonden === undefined) return []
  const kolom = kolommen(gevonden.kop.titels)
  return kolom.size === NAMEN.length ? [{ blad, kopRij: gevonden.kop.rij, kolom }] : []
}

function leesRij(plaats: Plaats, r: number): GelezenPrognose | Celmelding | undefined {
  const { blad } = plaats
  const cel = (naam: Kolomnaam): Cel => blad.rijen[r]?.cellen[plaats.kolom.get(naam) ?? -1] ?? LEEG
  const adres = (naam: Kolomnaam): string => celnaam(r, plaats.kolom.get(naam) ?? 0)
  const bladnaam = blad.naam === '' ? undefined : blad.naam
  const onderdeel = codetekst(waardeVan(cel('sleutel')))
  const jaar = leesJaar(waardeVan(cel('jaar')))
  const prognose = leesPrognose(cel('prognose'), adres('prognose'))
  if (onderdeel === '' || jaar === undefined) {
    if (prognose.soort === 'leeg' || codetekst(waardeVan(cel('titel'))) === TOTAAL) return undefined
    const zin = 'Deze rij heeft geen sleutel of jaar. Een rij toevoegen kan niet; haal een nieuw blad op.'
    return { blad: bladnaam, cel: prognose.cel, code: 'sleutel_ontbreekt', zin }
  }
  const getoond = (naam: (typeof PROGNOSECIJFERS)[number]): { cel: string; cent: Centen | undefined } => {
    const gelezen = leesBedragcel(waardeVan(cel(naam)))
    return { cel: adres(naam), cent: gelezen.ok ? gelezen.waarde : undefined }
  }
  const boeking = codetekst(waardeVan(cel('boeking')))
  return {
    blad: bladnaam,
    onderdeel,
    jaar,
    afdruk: codetekst(waardeVan(cel('afdruk'))),
    bekendNr: /^\d{1,15}$/u.test(boeking) ? Number(boeking) : undefined,
    getoond: {
      naWijziging: getoond('naWijziging'),
      verplicht: getoond('verplicht'),
      gerealiseerd: getoond('gerealiseerd'),
      vrij: getoond('vrij'),
    },
    prognose,
    zekerheid: leesZekerheid(cel('zekerheid'), adres('zekerheid')),
    toelichting: leesToelichting(cel('toelichting'), adres('toelichting')),
  }
}

function leesPrognose(inhoud: Cel, cel: string): Ingevuld<Centen> {
  if (inhoud.soort === 'formule' && inhoud.waarde === undefined)
    return {
      cel,
      soort: 'onleesbaar',
      zin: 'De formule in deze cel heeft geen uitkomst. Laat het bestand rekenen en sla het op.',
    }
  const gelezen = leesBedragcel(waardeVan(inhoud))
  if (!gelezen.ok) return { cel, soort: 'onleesbaar', zin: gelezen.reden }
  return gelezen.waarde === undefined
    ? { cel, soort: 'leeg' }
    : { cel, soort: 'waarde', waarde: gelezen.waarde }
}

function leesZekerheid(inhoud: Cel, cel: string): GelezenPrognose['zekerheid'] {
  const kaal = vergelijkbaar(codetekst(waardeVan(inhoud)))
  if (kaal === '') return { cel, soort: 'leeg' }
  const waarde = ZEKERHEDEN.find((zekerheid) => zekerheid === kaal || ZEKERHEIDSNAAM[zekerheid] === kaal)
  if (waarde !== undefined) return { cel, soort: 'waarde', waarde }
  const keuzes = ZEKERHEDEN.map((zekerheid) => ZEKERHEIDSNAAM[zekerheid]).join(', ')
  return { cel, soort: 'onleesbaar', zin: `Kies uit: ${keuzes}.` }
}

function leesToelichting(inhoud: Cel, cel: string): Ingevuld<string> {
  if (inhoud.soort === 'formule')
    return { cel, soort: 'onleesbaar', zin: 'Hier staat een formule. Hier hoort gewone tekst.' }
  const waarde = schoon(codetekst(inhoud))
  if (waarde === '') return { cel, soort: 'leeg' }
  if (waarde.length > MEESTE_TEKENS)
    return {
      cel,
      soort: 'onleesbaar',
      zin: `Deze toelichting is langer dan ${MEESTE_TEKENS} tekens. Maak haar korter.`,
    }
  return { cel, soort: 'waarde', waarde }
}
