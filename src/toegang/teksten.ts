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
