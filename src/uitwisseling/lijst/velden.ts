import { vergelijkbaar } from '#basis/tekst.ts'

/** Wat een kolom van een lijst kan betekenen. `genegeerd` is vrije tekst of een naam: die komt er nooit in. */
export const DOELVELDEN = [
  'dagboek',
  'boekstuk',
  'regelnummer',
  'datum',
  'periode',
  'jaar',
  'rekening',
  'kostenplaats',
  'project',
  'stuk',
  'bedrag',
  'debet',
  'credit',
  'kant',
  'primitief',
  'wijzigingen',
  'na-wijziging',
  'verplicht',
  'gerealiseerd',
  'restant',
  'genegeerd',
] as const
export type Doelveld = (typeof DOELVELDEN)[number]

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

/** `aanname`: het woord komt uit een systeem dat wij niet zelf zagen; een mens bevestigt het. */
type Synoniemen = { zeker: readonly string[]; aanname?: readonly string[] }

/** Alleen hele koppen: een kop die er maar op lijkt, is een gok en hoort bij de inhoud. */
const SYNONIEMEN: Readonly<Record<Doelveld, Synoniemen>> = {
  dagboek: { zeker: ['dagboek', 'dagboekcode', 'journaal'], aanname: ['dagboeknummer', 'jrnid', 'daily'] },
  boekstuk: {
    zeker: ['boekstuk', 'boekstuknummer', 'boekstuknr', 'journaalpost', 'mutatienummer', 'mutatienr'],
    aanname: ['docnum', 'documentnummer', 'volgnummer journaal', 'transactienummer', 'stuknummer'],
  },
  regelnummer: {
    zeker: ['regelnummer', 'regelnr', 'regel', 'boekstukregel'],
    aanname: ['volgnr', 'doclinenum'],
  },
  datum: {
    zeker: ['datum', 'boekdatum', 'boekingsdatum', 'datum boeking', 'mutatiedatum', 'transactiedatum'],
    aanname: ['datum invoer', 'docdate', 'valutadatum', 'ingangsdatum', 'datum verplichting', 'besteldatum'],
  },
  periode: { zeker: ['periode', 'boekperiode', 'boekingsperiode', 'maand'], aanname: ['yearper', 'period'] },
  jaar: { zeker: ['jaar', 'boekjaar', 'begrotingsjaar', 'dienstjaar'], aanname: ['year', 'jr'] },
  rekening: {
    zeker: [
      'rekening',
      'rekeningnummer',
      'grootboekrekening',
      'grootboeknummer',
      'grootboek',
      'kostensoort',
      'kostensoortcode',
      'economische categorie',
      'categorie',
    ],
    aanname: ['ecl', 'ecl code', 'el1', 'element 1', 'grootboekrek', 'kstsrt', 'kostensoortnr', 'account'],
  },
  kostenplaats: {
    zeker: ['kostenplaats', 'kostenplaatscode', 'kostenplaatsnummer', 'product', 'productnummer', 'krediet'],
    aanname: ['fcl', 'fcl code', 'kredietnummer', 'el2', 'element 2', 'kpl', 'kostenpl', 'budgetnummer'],
  },
  project: {
    zeker: ['project', 'projectcode', 'projectnummer', 'projectnr'],
    aanname: ['el3', 'element 3', 'werk', 'kostendrager'],
  },
  stuk: {
    zeker: [
      'verplichting',
      'verplichtingnummer',
      'verplichtingsnummer',
      'verplichtingnr',
      'factuurnummer',
      'referentie',
      'kenmerk',
    ],
    aanname: [
      'bestelnummer',
      'ordernummer',
      'inkoopordernummer',
      'contractnummer',
      'inkooporder',
      'obligo',
      'vpl nr',
    ],
  },
  bedrag: {
    zeker: [
      'bedrag',
      'bedrag in euro',
      'mutatiebedrag',
      'boekbedrag',
      'saldo',
      'bedrag excl btw',
      'netto bedrag',
    ],
    aanname: ['valuehome', 'value', 'amount'],
  },
  debet: { zeker: ['debet', 'bedrag debet', 'debetbedrag', 'debet bedrag'], aanname: ['debit', 'lasten'] },
  credit: { zeker: ['credit', 'bedrag credit', 'creditbedrag', 'credit bedrag'], aanname: ['baten'] },
  kant: {
    zeker: ['d c', 'dc', 'debet credit', 'd c indicatie'],
    aanname: ['dc code', 'soort boeking', 'boekzijde'],
  },
  primitief: {
    zeker: [
      'begroot primair',
      'begroting primair',
      'primitieve begroting',
      'primaire begroting',
      'begroting primitief',
      'begroot primitief',
      'primitief',
      'primair',
      'oorspronkelijke begroting',
    ],
    aanname: ['beginbegroting', 'begroot', 'begroting', 'originele begroting', 'budget oorspronkelijk'],
  },
  wijzigingen: {
    zeker: [
      'wijzigingen',
      'wijziging',
      'begrotingswijzigingen',
      'begrotingswijziging',
      'begroting wijzigingen',
    ],
    aanname: ['mutaties begroting', 'bgw', 'budgetmutaties'],
  },
  'na-wijziging': {
    zeker: [
      'na wijziging',
      'begroot na wijziging',
      'begroting na wijziging',
      'begroting na wijzigingen',
      'begroot na wijzigingen',
      'actuele begroting',
      'gewijzigde begroting',
      'bijgestelde begroting',
      'begroot totaal',
    ],
    aanname: ['budget', 'actueel budget', 'begroting actueel', 'begroot actueel'],
  },
  verplicht: {
    zeker: [
      'verplicht',
      'verplichtingen',
      'aangegaan',
      'openstaande verplichtingen',
      'bedrag verplichting',
      'verplicht bedrag',
    ],
    aanname: ['obligo s', 'besteld', 'vastgelegd', 'orderbedrag', 'contractbedrag', 'verpl'],
  },
  gerealiseerd: {
    zeker: [
      'gerealiseerd',
      'realisatie',
      'werkelijk',
      'werkelijke lasten',
      'gefactureerd',
      'uitgaven',
      'besteed',
    ],
    aanname: [
      'geboekt',
      'realisatie t m periode',
      'werkelijk t m periode',
      'rekening cumulatief',
      'afgerekend',
    ],
  },
  restant: {
    zeker: [
      'restant',
      'restant budget',
      'resterend',
      'ruimte',
      'vrije ruimte',
      'restantbudget',
      'nog beschikbaar',
      'openstaand',
    ],
    aanname: ['saldo budget', 'beschikbaar', 'rest', 'openstaand bedrag', 'restant verplichting', 'vrij'],
  },
  genegeerd: {
    zeker: [
      'omschrijving',
      'omschr',
      'toelichting',
      'opmerking',
      'opmerkingen',
      'naam',
      'leverancier',
      'crediteur',
      'debiteur',
      'relatie',
      'tegenpartij',
      'tenaamstelling',
      'klant',
      'client',
      'bsn',
      'burgerservicenummer',
      'iban',
      'bankrekening',
      'rekeningnummer relatie',
      'e mail',
      'email',
      'telefoon',
      'adres',
      'tekst',
      'boekingstekst',
      'budgethouder',
    ],
  },
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
  /\b(?:omschr\w*|toelichting|opmerking\w*|naam|leverancier\w*|crediteur\w*|debiteur\w*|relatie\w*|client\w*|bsn|iban|e mail|email|telefoon\w*|adres|tekst)\b/u

/** De kop zonder jaartal, eenheid en wat tussen haakjes staat: `Begroting 2024 (x € 1)` wordt `begroting`. */
export const kaleKop = (kop: string): string =>
  vergelijkbaar(kop.replace(/\([^)]*\)/gu, ' '))
    .replace(/\b(?:19|20)\d\d\b|\b(?:in )?(?:euro|eur)\b/gu, ' ')
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
