import { GELDIG_UREN } from '#verantwoording/abonnement/abonnement.ts'

/** De berichten aan een abonnee. Gewone tekst, want die leest elk programma en elke schermlezer. */

export type Brief = { onderwerp: string; tekst: string }

export const bevestigbrief = (gemeente: string, link: string): Brief => ({
  onderwerp: `Bevestig uw e-mailadres: berichten van gemeente ${gemeente}`,
  tekst: `Hallo,

Iemand vulde dit e-mailadres in om een bericht te krijgen als gemeente ${gemeente} een nieuw rapport vaststelt over het programma sociaal domein.

Was u dat? Open dan deze link en kies "Ja, stuur mij berichten":
${link}

De link werkt ${GELDIG_UREN} uur.

Was u het niet? Dan hoeft u niets te doen. Wij sturen u geen rapporten en wissen uw adres vanzelf.

Gemeente ${gemeente}
`,
})

export const alAbonneebrief = (gemeente: string, afmelden: string): Brief => ({
  onderwerp: `U krijgt al berichten van gemeente ${gemeente}`,
  tekst: `Hallo,

Iemand vulde dit e-mailadres in om een bericht te krijgen bij een nieuw rapport. U krijgt die berichten al. U hoeft niets te doen.

Wilt u ze niet meer? Meld u hier af:
${afmelden}

Gemeente ${gemeente}
`,
})

export const rapportbrief = (rapport: { titel: string; link: string; afmelden: string }): Brief => ({
  onderwerp: `Nieuw rapport: ${rapport.titel}`,
  tekst: `Hallo,

Er is een nieuw rapport vastgesteld: ${rapport.titel}.

U leest het hier:
${rapport.link}

U krijgt dit bericht omdat u zich daarvoor heeft aangemeld. Wilt u dat niet meer? Meld u hier af, u hoeft niet in te loggen:
${rapport.afmelden}
`,
})

export const ADRESFOUT = 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.'
