/**
 * Wie mag wat: één matrix als gegevens. Wat er niet in staat, mag niet. Elke flow en elke pagina vraagt het hier;
 * een test loopt alle routes en opdrachten met alle rollen na.
 */

/** De rollen die een inlogdienst kan meegeven; `inwoner` is iedereen, ook zonder in te loggen. */
export const ROLLEN = [
  'inwoner',
  'raadslid',
  'programmamanager',
  'budgethouder',
  'financieel-adviseur',
  'college',
  'beheerder',
] as const
export type Rol = (typeof ROLLEN)[number]

const IEDEREEN: readonly Rol[] = ROLLEN
const INGELOGD: readonly Rol[] = ROLLEN.filter((rol) => rol !== 'inwoner')

/** Wie voor de gemeente aan het programma werkt. */
const BINNEN: readonly Rol[] = [
  'programmamanager',
  'budgethouder',
  'financieel-adviseur',
  'college',
  'beheerder',
]

export const MATRIX = {
  /** Wat elke site aan elke bezoeker geeft: opmaak, lettertypen, inlogpagina, gezondheid. */
  openbaar: IEDEREEN,
  /** Vastgestelde plannen, hun controle, de open data en de api. */
  'plan.lezen': IEDEREEN,
  /** Versies die nog concept zijn. */
  'plan.concept.lezen': BINNEN,
  'plan.wijzigen': ['programmamanager'],
  /** Een versie vastgesteld verklaren onder verwijzing naar een besluit. */
  'plan.vaststellen': ['programmamanager'],
  'besluit.vastleggen': ['programmamanager'],
  /** Een bevinding afdoen als opgelost of bewust zo. */
  'bevinding.afdoen': ['programmamanager'],
  /** Een planbestand laten nakijken zonder het te laden. */
  'plan.bestand.controleren': INGELOGD,
  /** Standen en boekingen zien, zonder toelichtingen en zonder wie. */
  'grootboek.lezen': IEDEREEN,
  /** Toelichtingen bij boekingen, en wie boekte. */
  'grootboek.toelichting.lezen': BINNEN,
  /** Een toelichting wissen: de keten blijft heel. */
  'grootboek.toelichting.wissen': ['beheerder'],
  /** Met de hand boeken: realisatie, factuur, ontvangst, correctie. */
  'boeking.boeken': ['financieel-adviseur'],
  'verplichting.aangaan': ['programmamanager', 'budgethouder', 'financieel-adviseur'],
  /** Als tweede beslissen over wat boven iemands mandaat gaat of een tweede persoon vraagt. */
  'voorstel.beoordelen': ['programmamanager', 'budgethouder', 'financieel-adviseur', 'college'],
  'begrotingswijziging.voorstellen': ['programmamanager', 'budgethouder', 'financieel-adviseur'],
  /** Een wijziging boeken onder verwijzing naar het besluit van het bevoegde orgaan. */
  'begrotingswijziging.boeken': ['programmamanager', 'financieel-adviseur'],
  'overheveling.voorstellen': ['programmamanager', 'budgethouder', 'financieel-adviseur'],
  'jaareinde.boeken': ['financieel-adviseur'],
  'periode.sluiten': ['financieel-adviseur'],
  'periode.heropenen': ['programmamanager', 'financieel-adviseur'],
  /** Mandaten en de regels waarlangs geboekt wordt. */
  'mandaat.beheren': ['financieel-adviseur', 'beheerder'],
  'prognose.maken': ['programmamanager', 'budgethouder', 'financieel-adviseur'],
  /** Een meting van een indicator vastleggen, verbeteren, of zeggen waarom zij ontbreekt. */
  'meting.vastleggen': ['programmamanager', 'budgethouder'],
  /** Hoe onderdelen ervoor staan: wat akkoord is, of ingediend in een uitvraag die gesloten is. */
  'voortgang.lezen': IEDEREEN,
  /** Invullen hoe een eigen onderdeel ervoor staat. */
  'voortgang.invullen': ['programmamanager', 'budgethouder', 'financieel-adviseur'],
  /** Voortgang opvragen, beoordelen en sluiten, en eigenaren aanwijzen. */
  'voortgang.beheren': ['programmamanager'],
  /** Kiezen vanaf welke afwijking er uitleg moet komen. */
  'voortgang.drempel': ['programmamanager', 'financieel-adviseur'],
  /** Melden wat er van een mijlpaal verwacht wordt of dat zij bereikt is; een budgethouder alleen bij eigen onderdelen. */
  'mijlpaal.bijwerken': ['programmamanager', 'budgethouder'],
  /** Waarom een mijlpaal verschoof, en wie dat meldde. */
  'mijlpaal.toelichting.lezen': BINNEN,
  'risico.lezen': BINNEN,
  /** Risico's vastleggen en bijwerken; een budgethouder alleen bij eigen onderdelen. */
  'risico.beheren': ['programmamanager', 'budgethouder'],
  /** Hoe groot een kansklasse is, en waar een gevolgklasse eindigt. */
  'risicoregel.stellen': ['programmamanager', 'financieel-adviseur'],
  'overleg.lezen': BINNEN,
  /** Overleggen plannen, hun agenda maken en vastleggen wat er is besloten. */
  'overleg.beheren': ['programmamanager'],
  /** Zeggen hoe ver een actie is. */
  'actie.bijwerken': ['programmamanager', 'budgethouder', 'financieel-adviseur'],
  /** Bestanden uit het financiële systeem inlezen, en ongedaan maken. */
  'invoer.inlezen': ['financieel-adviseur'],
  /** Zien wat er is ingelezen en wat nog nergens bij hoort. */
  'invoer.lezen': BINNEN,
  /** Regels en bedragen lezen, en een berekening laten maken die nergens bewaard wordt. */
  'regels.lezen': IEDEREEN,
  /** Een eigen beleidsvariant maken en varianten kiezen om te vergelijken. */
  'variant.maken': ['programmamanager', 'financieel-adviseur', 'college'],
  /** De uitkomst van een vergelijking lezen, uitvoeren en afdrukken. */
  'variant.lezen': BINNEN,
  'koppeling.beheren': ['financieel-adviseur'],
  /** Vastgestelde rapporten, hun bestanden en tabellen; en een bestand laten toetsen. */
  'rapport.lezen': IEDEREEN,
  /** Rapporten die nog niet zijn vastgesteld. */
  'rapport.concept.lezen': BINNEN,
  /** Een rapport beginnen en erin schrijven. */
  'rapport.maken': ['programmamanager'],
  /** Een rapport aanbieden, teruggeven of vaststellen onder verwijzing naar een besluit. */
  'rapport.stap': ['programmamanager', 'college'],
  /** Iets opmerken bij een alinea van een rapport dat nog niet is vastgesteld. */
  'rapport.opmerken': BINNEN,
  /** Het eigen werk op de achtergrond volgen en stoppen. */
  'werk.eigen': INGELOGD,
  /** Eigen sessies zien en beëindigen. */
  'sessie.eigen': INGELOGD,
  /** Sessies van anderen zien en beëindigen. */
  'sessie.alle': ['beheerder'],
  /** Accounts zien en vooraf maken, voor een gemeente die onbekende mensen weigert. */
  'account.beheren': ['beheerder'],
  /** Sleutels waarmee andere programma's de api gebruiken. */
  'apisleutel.beheren': ['beheerder'],
  /** Zien welke berichten wachten of niet aankwamen, en ze opnieuw laten proberen; nooit wat erin staat. */
  'bericht.beheren': ['beheerder'],
  /** Bevestigen hoe landelijke catalogi de gemeente kennen. */
  'openbaarheid.beheren': ['beheerder'],
  /** Zich aan- en afmelden voor berichten bij een nieuw rapport, met een eigen adres en zonder inlog. */
  'abonnement.nemen': IEDEREEN,
  'logboek.lezen': ['beheerder'],
} as const satisfies Record<string, readonly Rol[]>

export type Handeling = keyof typeof MATRIX

export const isRol = (tekst: string): tekst is Rol => (ROLLEN as readonly string[]).includes(tekst)

/** Mag iemand met deze rollen dit doen? Zonder rollen geldt alleen wat een inwoner mag. */
export function mag(rollen: readonly Rol[], handeling: Handeling): boolean {
  const toegestaan: readonly Rol[] = MATRIX[handeling]
  return toegestaan.includes('inwoner') || rollen.some((rol) => toegestaan.includes(rol))
}
