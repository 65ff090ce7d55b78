import { vergelijkbaar } from '#basis/tekst.ts'
import { DOELVELDEN, type Doelveld } from '#uitwisseling/lijst/doelvelden.ts'
import { SYNONIEMEN } from '#uitwisseling/lijst/synoniemen.ts'

export { DOELVELDEN, type Doelveld }

export const LIJSTSOORTEN = ['budgetuitputting', 'mutaties', 'verplichtingen'] as const
export type Lijstsoort = (typeof LIJSTSOORTEN)[number]

export type Veldsoort = 'code' | 'bedrag' | 'datum' | 'periode' | 'jaar' | 'kant' | 'genegeerd'

export const VELDSOORT: Readonly<Record<Doelveld, Veldsoort>> = {
  dagboek: 'code',
  boekstuk: 'code',
  regelnummer: 'code',
  datum: 'datum',
  periode: 'periode',
  jaar: 'jaar',
  rekening: 'code',
  kostenplaats: 'code',
  project: 'code',
  stuk: 'code',
  bedrag: 'bedrag',
  debet: 'bedrag',
  credit: 'bedrag',
  kant: 'kant',
  primitief: 'bedrag',
  wijzigingen: 'bedrag',
  'na-wijziging': 'bedrag',
  verplicht: 'bedrag',
  gerealiseerd: 'bedrag',
  restant: 'bedrag',
  genegeerd: 'genegeerd',
}

/** De bedragen waaruit regels komen of waarmee zij worden nagerekend, per soort van lijst. */
export const BEDRAGVELDEN: Readonly<Record<Lijstsoort, readonly Doelveld[]>> = {
  budgetuitputting: ['primitief', 'wijzigingen', 'na-wijziging', 'verplicht', 'gerealiseerd', 'restant'],
  mutaties: ['bedrag', 'debet', 'credit'],
  verplichtingen: ['bedrag', 'verplicht', 'gerealiseerd', 'restant'],
}

export const VELDNAAM: Readonly<Record<Doelveld, string>> = {
  dagboek: 'dagboek',
  boekstuk: 'boekstuk',
  regelnummer: 'regelnummer',
  datum: 'datum',
  periode: 'periode',
  jaar: 'jaar',
  rekening: 'rekening of kostensoort',
  kostenplaats: 'kostenplaats',
  project: 'project',
  stuk: 'verwijzing of verplichtingnummer',
  bedrag: 'bedrag',
  debet: 'debet',
  credit: 'credit',
  kant: 'debet of credit',
  primitief: 'begroot primitief',
  wijzigingen: 'wijzigingen',
  'na-wijziging': 'begroot na wijziging',
  verplicht: 'verplicht',
  gerealiseerd: 'gerealiseerd',
  restant: 'restant',
  genegeerd: 'wordt niet gelezen',
}

const OP_NAAM: ReadonlyMap<string, { veld: Doelveld; aanname: boolean }[]> = (() => {
  const namen = new Map<string, { veld: Doelveld; aanname: boolean }[]>()
  for (const veld of DOELVELDEN)
    for (const soort of ['zeker', 'aanname'] as const)
      for (const naam of SYNONIEMEN[veld][soort] ?? [])
        namen.set(naam, [...(namen.get(naam) ?? []), { veld, aanname: soort === 'aanname' }])
  return namen
})()

/** Woorden die zeggen dat er een mens of een zin in de kolom staat, ook als zij met iets anders samenstaan. */
const PERSOONLIJK =
  /\b(?:omschr\w*|toelichting|opmerking\w*|naam|leverancier\w*|crediteur\w*|debiteur\w*|relatie\w*|client\w*|bsn|iban|e mail|email|telefoon\w*|adres|tekst|geboorte\w*|persoon\w*|medewerker)\b/u

/** Een kop zonder de tijd waar zij over gaat: `Realisatie t/m juni 2024` blijft `realisatie`. */
export const zonderTijd = (kop: string): string =>
  vergelijkbaar(kop)
    .replace(/\b(?:t m|tot en met|per \d).*$/u, ' ')
    .replace(/\b(?:19|20)\d\d\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

/** Ook zonder eenheid en wat tussen haakjes staat: `Begroting 2024 (x € 1)` wordt `begroting`. */
export const kaleKop = (kop: string): string =>
  zonderTijd(kop.replace(/\([^)]*\)/gu, ' '))
    .replace(/\b(?:in )?(?:euro|eur)\b/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()

/** Welke velden bij een kop kunnen horen, de waarschijnlijkste eerst. */
export function veldenBijKop(kop: string): readonly { veld: Doelveld; aanname: boolean }[] {
  const heel = OP_NAAM.get(vergelijkbaar(kop))
  if (heel !== undefined) return heel
  const kaal = kaleKop(kop)
  const gevonden = OP_NAAM.get(kaal)
  if (gevonden !== undefined) return gevonden
  return PERSOONLIJK.test(kaal) ? [{ veld: 'genegeerd', aanname: false }] : []
}
