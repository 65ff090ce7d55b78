import { toonCenten } from '#basis/geld.ts'
import { bevatBurgerservicenummer } from '#uitwisseling/burgerservicenummer.ts'
import { codetekst, leesBedragInStijl, leesCode, leesDag, leesPeriode } from '#uitwisseling/lijst/cellen.ts'
import { type Inhoud, patroon } from '#uitwisseling/lijst/inhoud.ts'
import type { Kop } from '#uitwisseling/lijst/koprij.ts'
import {
  BEDRAGVELDEN,
  type Doelveld,
  type Lijstsoort,
  VELDSOORT,
  type Veldsoort,
  veldenBijKop,
} from '#uitwisseling/lijst/velden.ts'
import { kolomletters, type Waarde } from '#uitwisseling/rekenblad/rekenblad.ts'
import { veiligStuk } from '#uitwisseling/veilige-code.ts'

export type Zekerheid = 'zeker' | 'waarschijnlijk' | 'gok'
export type Kolomvoorstel = {
  kolom: number
  letter: string
  titel: string
  /** `null`: niet herkend; de kolom wordt niet gelezen tenzij iemand haar een veld geeft. */
  veld: Doelveld | null
  zekerheid: Zekerheid | null
  /** De kop komt uit een systeem dat wij niet zelf zagen. */
  aanname: boolean
  waarom: string
  inhoud: Veldsoort | 'tekst' | 'leeg'
  getalstijl: Inhoud['getalstijl']
  datumstijl: Inhoud['datumstijl']
  eersteWoord: boolean
  /** Hoogstens drie: gelezen bedragen, dagen en codes; van een onbekende kolom alleen de vorm; van tekst niets. */
  voorbeelden: readonly string[]
}

type Kolominhoud = { inhoud: Inhoud; waarden: readonly Waarde[] }

export function kiesKolommen(kop: Kop, kolommen: readonly Kolominhoud[], soort: Lijstsoort): Kolomvoorstel[] {
  const bezet = new Set<Doelveld>()
  const opNaam = kop.titels.map((namen, k) => {
    const inhoud = kolommen[k]?.inhoud
    const keuze = inhoud === undefined ? undefined : kiesOpNaam(namen, inhoud, soort, bezet)
    if (keuze !== undefined && keuze.veld !== 'genegeerd') bezet.add(keuze.veld)
    return keuze
  })
  const opInhoud = gokken(opNaam, kop, kolommen, soort, bezet)
  return kop.titels.map((namen, k) => {
    const { inhoud, waarden } = kolommen[k] ?? { inhoud: LEEG, waarden: [] }
    const naam = opNaam[k]
    const gok = opInhoud.get(k)
    const veld = naam?.veld ?? gok ?? null
    const eersteWoord = veld !== null && VELDSOORT[veld] === 'code' && inhoud.metOmschrijving
    return {
      kolom: k,
      letter: kolomletters(k),
      // Boven een kop die wij niet kennen kan van alles staan; alleen de onderste rij is zeker een kop.
      titel: naam?.titel ?? namen.at(-1) ?? '',
      veld,
      zekerheid: naam?.zekerheid ?? (gok === undefined ? null : 'gok'),
      aanname: naam?.aanname ?? false,
      waarom: waarom(naam, gok),
      inhoud: naam?.veld === 'genegeerd' ? 'tekst' : soortVan(inhoud, veld),
      getalstijl: inhoud.getalstijl,
      datumstijl: inhoud.datumstijl,
      eersteWoord,
      voorbeelden: voorbeelden(veld, gok !== undefined, inhoud, waarden, eersteWoord),
    }
  })
}

const LEEG: Inhoud = {
  gevuld: 0,
  leeg: 0,
  past: new Set(),
  woorden: false,
  getalstijl: undefined,
  datumstijl: undefined,
  metOmschrijving: false,
}

type Keuze = { veld: Doelveld; titel: string; zekerheid: Zekerheid; aanname: boolean }

const hoortBij = (soort: Lijstsoort, veld: Doelveld): boolean => {
  if (VELDSOORT[veld] === 'bedrag') return BEDRAGVELDEN[soort].includes(veld)
  return soort === 'mutaties' || !['kant', 'dagboek', 'regelnummer'].includes(veld)
}

function kiesOpNaam(
  namen: readonly string[],
  inhoud: Inhoud,
  soort: Lijstsoort,
  bezet: ReadonlySet<Doelveld>,
): Keuze | undefined {
  for (const titel of namen) {
    const mogelijk = veldenBijKop(titel).filter(({ veld }) => hoortBij(soort, veld) && !bezet.has(veld))
    const passend = mogelijk.filter(({ veld }) => past(inhoud, veld))
    const gekozen = passend[0] ?? mogelijk[0]
    if (gekozen === undefined) continue
    const klopt = passend.length > 0
    const zekerheid = gekozen.aanname || !klopt ? (klopt ? 'waarschijnlijk' : 'gok') : 'zeker'
    return { ...gekozen, titel, zekerheid }
  }
  return undefined
}

const past = (inhoud: Inhoud, veld: Doelveld): boolean =>
  veld === 'genegeerd' ||
  inhoud.gevuld === 0 ||
  inhoud.past.has(VELDSOORT[veld]) ||
  (['dagboek', 'kostenplaats', 'project'].includes(veld) && inhoud.woorden)

/** Wat nog nodig is en geen kop had die wij kennen, zoeken we aan de inhoud; alleen als er maar één kolom past. */
function gokken(
  opNaam: readonly (Keuze | undefined)[],
  kop: Kop,
  kolommen: readonly Kolominhoud[],
  soort: Lijstsoort,
  bezet: ReadonlySet<Doelveld>,
): Map<number, Doelveld> {
  const gekozen = new Map<number, Doelveld>()
  const vrij = (veldsoort: Veldsoort): number[] =>
    kolommen.flatMap(({ inhoud }, k) => {
      const onbekend = opNaam[k] === undefined && !gekozen.has(k) && (kop.titels[k]?.length ?? 0) > 0
      return onbekend && inhoud.gevuld > 0 && soortVan(inhoud, null) === veldsoort ? [k] : []
    })
  const heeft = (...velden: Doelveld[]): boolean => velden.some((veld) => bezet.has(veld))
  const gok = (veld: Doelveld, kandidaten: readonly number[]): void => {
    const [enige, ...meer] = kandidaten
    if (enige !== undefined && meer.length === 0) gekozen.set(enige, veld)
  }
  if (soort === 'mutaties' && !heeft('datum', 'periode')) gok('datum', vrij('datum'))
  if (!heeft('jaar', 'periode', 'datum')) gok('jaar', vrij('jaar'))
  if (soort !== 'budgetuitputting' && !heeft('bedrag', 'debet', 'credit', 'verplicht', 'restant'))
    gok('bedrag', vrij('bedrag'))
  if (!heeft('rekening')) gok('rekening', vrij('code'))
  return gekozen
}

/** Het meest zeggende eerst; hele getallen zonder kop die wij kennen, tellen als code en niet als bedrag. */
function soortVan(inhoud: Inhoud, veld: Doelveld | null): Kolomvoorstel['inhoud'] {
  if (inhoud.gevuld === 0) return 'leeg'
  if (veld !== null && inhoud.past.has(VELDSOORT[veld])) return VELDSOORT[veld]
  for (const soort of ['jaar', 'kant', 'datum', 'code', 'periode', 'bedrag'] as const)
    if (inhoud.past.has(soort)) return soort
  return 'tekst'
}

function waarom(naam: Keuze | undefined, gok: Doelveld | undefined): string {
  if (naam?.veld === 'genegeerd') return 'Tekst of een naam: deze kolom wordt nooit gelezen.'
  if (naam !== undefined) {
    if (naam.zekerheid === 'gok') return 'De kop klopt, maar de inhoud past er niet bij.'
    return naam.aanname ? 'Deze kop is een aanname over dit systeem.' : 'Kop en inhoud kloppen met elkaar.'
  }
  return gok === undefined
    ? 'Deze kop kennen we niet; de kolom wordt niet gelezen.'
    : 'Alleen aan de inhoud herkend.'
}

const MEESTE = 3

function voorbeelden(
  veld: Doelveld | null,
  gok: boolean,
  inhoud: Inhoud,
  waarden: readonly Waarde[],
  eersteWoord: boolean,
): string[] {
  if (veld === 'genegeerd' || inhoud.past.size === 0) return []
  const toon = (waarde: Waarde): string | undefined => {
    if (waarde.soort === 'leeg' || codetekst(waarde) + (waarde.soort === 'datum' ? 'x' : '') === '')
      return undefined
    if (veld === null || (gok && VELDSOORT[veld] !== 'bedrag')) return patroon(waarde) || undefined
    return toonAls(VELDSOORT[veld], waarde, inhoud, eersteWoord)
  }
  const gezien = new Set<string>()
  for (const waarde of waarden) {
    const tekst = toon(waarde)
    if (tekst !== undefined) gezien.add(tekst)
    if (gezien.size >= MEESTE) break
  }
  return [...gezien]
}

/** Alleen wat als dit soort veld gelezen kan worden, en dan zoals het gelezen is. */
function toonAls(soort: Veldsoort, waarde: Waarde, inhoud: Inhoud, eersteWoord: boolean): string | undefined {
  if (!inhoud.past.has(soort)) return undefined
  switch (soort) {
    case 'bedrag': {
      const gelezen = leesBedragInStijl(waarde, inhoud.getalstijl === 'en' ? 'en' : 'nl')
      return gelezen.ok && gelezen.waarde !== undefined ? toonCenten(gelezen.waarde) : undefined
    }
    case 'datum': {
      const { datumstijl } = inhoud
      return leesDag(
        waarde,
        datumstijl === undefined || datumstijl === 'onbeslist' ? 'dag-maand-jaar' : datumstijl,
      )
    }
    case 'code': {
      const code = leesCode(waarde, eersteWoord)
      return code === null || bevatBurgerservicenummer(code) ? undefined : (veiligStuk(code) ?? undefined)
    }
    case 'periode':
      return leesPeriode(waarde, 2000) === undefined ? undefined : codetekst(waarde)
    case 'jaar':
    case 'kant':
      return codetekst(waarde)
    case 'genegeerd':
      return undefined
  }
}
