import { opsomming } from '#basis/tekst.ts'
import type { Reden } from '#toegang/bericht.ts'
import type { Dienstweigering } from '#toegang/inlogdienst.ts'
import type { Loghandeling } from '#toegang/logboek.store.ts'
import type { Rol } from '#toegang/matrix.ts'
import type { InlogWeigering } from '#toegang/toegang.flow.ts'
import type { Werkfase } from '#toegang/werk.ts'

/** Zinnen bij een verzoek dat niet lukt: wat er gebeurde en wat iemand kan doen. Nooit iets van binnen. */
export const FOUTEN = {
  verzoek_onleesbaar: {
    status: 400,
    titel: 'Dit verzoek kunnen wij niet lezen',
    zin: 'Het adres of de inhoud van het verzoek klopt niet. Er is niets veranderd. Ga terug en probeer het opnieuw.',
  },
  niet_ingelogd: {
    status: 401,
    titel: 'U bent niet ingelogd',
    zin: 'Log in en probeer het opnieuw. Er is niets veranderd.',
  },
  mag_niet: {
    status: 403,
    titel: 'Dit mag u niet',
    zin: 'Uw rol geeft hier geen toegang toe. Denkt u dat dit wel moet? Vraag het de beheerder van uw gemeente.',
  },
  vreemde_herkomst: {
    status: 403,
    titel: 'Dit formulier komt niet van deze site',
    zin: 'Wij hebben niets veranderd. Open de pagina opnieuw op deze site en verstuur het formulier daar.',
  },
  niet_gevonden: {
    status: 404,
    titel: 'Deze pagina is er niet',
    zin: 'Misschien is het adres verkeerd getypt, of is de pagina verplaatst. Begin op de eerste pagina of zoek.',
  },
  host_onbekend: {
    status: 404,
    titel: 'Op dit adres staat geen gemeente',
    zin: 'Controleer het adres in uw browser. Komt u er niet uit? Vraag uw gemeente naar het juiste adres.',
  },
  methode_kan_niet: {
    status: 405,
    titel: 'Dit kan hier niet',
    zin: 'Deze pagina kent deze manier van vragen niet. Er is niets veranderd.',
  },
  kan_nu_niet: {
    status: 409,
    titel: 'Dit kan nu niet',
    zin: 'Er is niets veranderd.',
  },
  te_groot: {
    status: 413,
    titel: 'Dit is te groot',
    zin: 'Een formulier mag 1 MB groot zijn, een bestand 12 MB. Er is niets bewaard. Maak het kleiner en probeer het opnieuw.',
  },
  te_vaak: {
    status: 429,
    titel: 'Even wachten',
    zin: 'Er kwamen te veel verzoeken achter elkaar vanaf uw verbinding. Wacht even en probeer het dan opnieuw.',
  },
  storing: {
    status: 500,
    titel: 'Er ging iets mis bij ons',
    zin: 'Wat u net deed, is niet bewaard. Wat al bewaard was, is er nog. Probeer het opnieuw. Blijft het misgaan? Geef de beheerder het kenmerk hieronder.',
  },
  duurt_te_lang: {
    status: 503,
    titel: 'Dit duurt te lang',
    zin: 'Het is nu te druk om dit te tonen. Probeer het over een minuut opnieuw.',
  },
} as const satisfies Record<string, { status: number; titel: string; zin: string }>
export type Foutcode = keyof typeof FOUTEN

/** Waarom er geen bestand te lezen viel, voor wie het opstuurde. */
export const BESTANDFOUTEN = {
  geen_bestand: 'Kies eerst een bestand.',
  bestand_leeg: 'Dit bestand is leeg. Kies een ander bestand.',
  te_groot: 'Dit bestand is te groot. Er is niets bewaard. Maak het kleiner en probeer het opnieuw.',
  te_traag: 'Het bestand kwam te langzaam binnen. Er is niets bewaard. Probeer het opnieuw.',
  te_druk: 'Er komen nu te veel grote bestanden tegelijk binnen. Probeer het over een paar minuten opnieuw.',
  meer_bestanden: 'Stuur één bestand tegelijk. Er is niets bewaard.',
  onleesbaar: 'Het bestand kwam niet heel aan. Er is niets bewaard. Probeer het opnieuw.',
} as const

/** Waarom inloggen niet lukte, voor wie het probeerde. */
export const INLOGFOUTEN = {
  geen_rol: {
    status: 403,
    titel: 'U heeft hier nog geen rol',
    zin: 'U bent wel herkend, maar uw account heeft geen rol in Omzien. Vraag de beheerder van uw gemeente om een rol.',
  },
  account_onbekend: {
    status: 403,
    titel: 'Wij kennen dit account niet',
    zin: 'Deze gemeente laat alleen mensen toe van wie de beheerder al een account heeft gemaakt. Vraag uw beheerder daarom.',
  },
  afgebroken: {
    status: 403,
    titel: 'Het inloggen is gestopt',
    zin: 'U heeft het inloggen afgebroken, of de inlogdienst gaf geen toestemming. U kunt het opnieuw proberen.',
  },
  antwoord_ongeldig: {
    status: 400,
    titel: 'Het inloggen is niet gelukt',
    zin: 'Het antwoord van de inlogdienst hoort niet bij uw poging, of is te oud. Begin opnieuw met inloggen.',
  },
  dienst_onbereikbaar: {
    status: 503,
    titel: 'De inlogdienst antwoordt niet',
    zin: 'Inloggen kan nu niet. De openbare pagina’s werken gewoon. Probeer het over een paar minuten opnieuw.',
  },
} as const satisfies Record<InlogWeigering | Dienstweigering, { status: number; titel: string; zin: string }>

/** Hoe een rol heet voor mensen. */
export const ROLNAAM = {
  inwoner: 'inwoner',
  raadslid: 'raadslid',
  programmamanager: 'programmamanager',
  budgethouder: 'budgethouder',
  'financieel-adviseur': 'financieel adviseur',
  college: 'college of stuurgroep',
  beheerder: 'beheerder',
} as const satisfies Record<Rol, string>

/** Wat iemand met deze rol komt doen; staat bij de keuze in de demo-inlog. */
export const ROLTAAK = {
  raadslid: 'Leest het programma en stelt vragen aan het college.',
  programmamanager: 'Houdt plan, planning en besluiten bij.',
  budgethouder: 'Kijkt naar de eigen onderdelen en wat er over is.',
  'financieel-adviseur': 'Rekent na en legt het plan naast de boeken.',
  college: 'Besluit, en ziet wat er is veranderd.',
  beheerder: 'Beheert accounts en sessies, en leest het logboek.',
} as const satisfies Record<Exclude<Rol, 'inwoner'>, string>

/** Hoe een handeling in het logboek voor mensen heet. */
const HANDELINGNAAM = {
  openbaar: 'openbare pagina',
  'plan.lezen': 'plan gelezen',
  'plan.concept.lezen': 'concept gelezen',
  'plan.wijzigen': 'plan gewijzigd',
  'plan.vaststellen': 'versie vastgesteld',
  'besluit.vastleggen': 'besluit vastgelegd',
  'bevinding.afdoen': 'bevinding afgedaan',
  'plan.bestand.controleren': 'bestand gecontroleerd',
  'grootboek.lezen': 'grootboek gelezen',
  'grootboek.toelichting.lezen': 'toelichting gelezen',
  'grootboek.toelichting.wissen': 'toelichting gewist',
  'boeking.boeken': 'geboekt',
  'verplichting.aangaan': 'verplichting aangegaan',
  'voorstel.beoordelen': 'voorstel beoordeeld',
  'begrotingswijziging.voorstellen': 'begrotingswijziging voorgesteld',
  'begrotingswijziging.boeken': 'begrotingswijziging geboekt',
  'overheveling.voorstellen': 'overheveling voorgesteld',
  'jaareinde.boeken': 'jaar afgesloten',
  'periode.sluiten': 'periode gesloten',
  'periode.heropenen': 'periode heropend',
  'mandaat.beheren': 'mandaat of boekregel gewijzigd',
  'prognose.maken': 'prognose gemaakt',
  'meting.vastleggen': 'meting vastgelegd',
  'voortgang.lezen': 'voortgang gelezen',
  'voortgang.invullen': 'voortgang ingevuld',
  'voortgang.beheren': 'voortgang opgevraagd of beoordeeld',
  'voortgang.drempel': 'grens voor uitleg gewijzigd',
  'mijlpaal.bijwerken': 'mijlpaal bijgewerkt',
  'mijlpaal.toelichting.lezen': 'toelichting bij mijlpaal gelezen',
  'risico.lezen': "risico's gelezen",
  'risico.beheren': 'risico vastgelegd of bijgewerkt',
  'risicoregel.stellen': 'indeling van kans en gevolg gewijzigd',
  'overleg.lezen': 'overleg gelezen',
  'overleg.beheren': 'overleg of agenda bijgewerkt',
  'actie.bijwerken': 'actie bijgewerkt',
  'invoer.inlezen': 'bestand ingelezen',
  'invoer.lezen': 'invoer bekeken',
  'variant.maken': 'beleidsvariant gemaakt',
  'variant.lezen': 'beleidsvarianten gelezen',
  'regels.lezen': 'regels gelezen',
  'koppeling.beheren': 'koppeling gewijzigd',
  'rapport.lezen': 'rapport gelezen',
  'rapport.concept.lezen': 'conceptrapport gelezen',
  'rapport.maken': 'rapport begonnen of beschreven',
  'rapport.stap': 'rapport verder gebracht of vastgesteld',
  'rapport.opmerken': 'opmerking bij een rapport',
  'werk.eigen': 'eigen werk gestopt',
  'sessie.eigen': 'eigen sessie beëindigd',
  'sessie.alle': 'sessie van een ander beëindigd',
  'account.beheren': 'account gemaakt',
  'apisleutel.beheren': 'apisleutel gemaakt of ingetrokken',
  'bericht.beheren': 'bericht opnieuw geprobeerd',
  'openbaarheid.beheren': 'vindbaarheid bevestigd',
  'abonnement.nemen': 'aan- of afgemeld voor berichten',
  'logboek.lezen': 'logboek gelezen',
  inloggen: 'ingelogd',
  'inloggen.geweigerd': 'inloggen geweigerd',
  uitloggen: 'uitgelogd',
} as const satisfies Record<Loghandeling, string>

/** Een handeling uit een oudere versie heeft misschien geen naam meer; dan staat zij er zoals zij is vastgelegd. */
export const handelingNaam = (handeling: string): string =>
  Object.hasOwn(HANDELINGNAAM, handeling) ? HANDELINGNAAM[handeling as Loghandeling] : handeling

export const toonRollen = (rollen: readonly Rol[]): string => opsomming(rollen.map((rol) => ROLNAAM[rol]))

const MOMENT = new Intl.DateTimeFormat('nl-NL', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Amsterdam',
})

export const toonMoment = (moment: Date): string => MOMENT.format(moment)

/** Waarom een account niet gemaakt kon worden. */
export const APISLEUTELFOUTEN = {
  naam: 'Vul in waarvoor deze sleutel is, in hoogstens 200 tekens.',
  rol: 'Kies een rol.',
  dagen: 'Vul een heel aantal dagen in van 1 tot en met 730.',
} as const

export const ACCOUNTFOUTEN = {
  onderwerp:
    'Vul de vaste sleutel in die de inlogdienst voor deze persoon gebruikt (de "sub"), hoogstens 255 tekens.',
  naam: 'Vul een naam in van hoogstens 200 tekens.',
  adres: 'Vul een e-mailadres in zoals naam@gemeente.nl, of laat het leeg.',
  bestaat: 'Er is al een account met deze sleutel. Deze persoon kan al inloggen.',
} as const

/** In welke fase werk op de achtergrond is. */
export const WERKFASE = {
  wacht: 'Wacht',
  bezig: 'Bezig',
  klaar: 'Klaar',
  gestopt: 'Gestopt',
  mislukt: 'Mislukt',
} as const satisfies Record<Werkfase, string>

/** Waarom een bericht niet aankwam, voor de beheerder. */
export const BERICHTREDEN = {
  server_onbereikbaar: 'De mailserver antwoordt niet.',
  server_weigert_inlog: 'De mailserver accepteert de naam of het wachtwoord niet.',
  server_onveilig: 'De verbinding met de mailserver is niet veilig genoeg: het certificaat klopt niet.',
  server_weigert: 'De mailserver neemt nu niets van ons aan.',
  even_niet: 'De mailserver van de ontvanger vroeg om later terug te komen.',
  adres_geweigerd: 'Dit e-mailadres bestaat niet, of neemt geen berichten aan.',
  bericht_geweigerd: 'De mailserver wil dit bericht niet, bijvoorbeeld omdat het op reclame lijkt.',
  geen_adres: 'Bij dit account staat geen e-mailadres. Vul het in bij Accounts en probeer het opnieuw.',
  afgebroken: 'Het versturen brak telkens af. Kijk in de log van de server.',
  ingetrokken: 'De ontvanger meldde zich af voordat dit bericht weg was.',
  te_oud: 'Dit bericht wachtte langer dan een maand en was geen nieuws meer.',
} as const satisfies Record<Reden, string>

const BERICHTSOORT: Readonly<Record<string, string>> = {
  'abonnement-bevestigen': 'Bevestiging van een abonnement',
  'nieuw-rapport': 'Er is een nieuw rapport',
}

/** Een bericht van een andere kamer heet zoals het deel van zijn sleutel voor de dubbele punt. */
export const berichtsoort = (soort: string): string =>
  Object.hasOwn(BERICHTSOORT, soort)
    ? (BERICHTSOORT[soort] ?? soort)
    : soort.charAt(0).toUpperCase() + soort.slice(1).replaceAll('-', ' ')
