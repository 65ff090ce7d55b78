/** Zinnen van de api, voor wie een programma schrijft dat haar gebruikt. */

export const NIET_GEVONDEN = {
  plan: 'Dit plan is er niet. Op /api/v1/programmas staat welke plannen er wel zijn.',
  versie: 'Deze versie van het plan is er niet, of is een concept dat niet openbaar is.',
  boeking: 'Er is geen boeking met dit nummer.',
  verplichting: 'Er is geen verplichting met dit nummer.',
  wijziging: 'Er is geen begrotingswijziging met deze sleutel.',
  ding: (een: string): string => `Er is geen ${zonderLidwoord(een)} met deze sleutel.`,
}

/** `het onderdeel` wordt `onderdeel`. */
export const zonderLidwoord = (een: string): string => een.replace(/^(?:het|de) /u, '')

export const LIJST_UITLEG =
  'Een lijst om te bladeren, in de volgorde van het plan. Filters werken samen: wat overblijft, voldoet aan allemaal.'

export const VRAAG_KLOPT_NIET = 'De vraag klopt niet. Bij "fouten" staat per parameter wat er verwacht wordt.'
export const DUBBEL = 'Deze parameter mag maar één keer voorkomen.'
export const BESTAAT_NIET = 'Deze parameter bestaat hier niet.'

export const PLAN_KLOPT_NIET =
  'Dit plan is niet te lezen. Bij "fouten" staat per plaats wat er verwacht wordt. Er is niets bewaard.'
export const SLEUTEL_NODIG =
  'Stuur een kop Idempotency-Key mee van 8 tot 100 zichtbare tekens. Stuurt u hetzelfde verzoek met dezelfde sleutel nog eens, dan gebeurt er niets dubbel. Er is niets vastgelegd.'
export const GEEN_JSON = 'De inhoud is geen leesbare JSON. Er is niets bewaard.'
export const ANDERE_INHOUD =
  'Stuur de inhoud als JSON, met content-type application/json. Er is niets bewaard.'
export const ANDER_SOORT = 'Stuur het plan als JSON, met content-type application/json. Er is niets bewaard.'

export const API_UITLEG = `Alles wat de gemeente over haar programma sociaal domein openbaar maakt, als gegevens: hetzelfde wat op de schermen staat, uit dezelfde bron.

Bedragen zijn hele centen (\`bedragCent\`). Een tijdvak is zo precies als het plan het noemt: \`2024\`, \`2024-H1\`, \`2024-Q3\`, \`2024-09\` of \`2024-09-01\`. Sleutels blijven gelijk zolang het ding bestaat. Zonder \`plan\` en \`versie\` gaat een vraag over het hoofdplan in de versie die geldt.

Elk antwoord heeft een ETag: stuur die mee als \`If-None-Match\`, en is er niets veranderd, dan is het antwoord 304 zonder inhoud. Lezen mag van elke website (CORS) en zonder sleutel. Fouten zijn \`application/problem+json\`. Wijzigingen in de api staan in het wijzigingsoverzicht (CHANGELOG); binnen v1 komen er alleen dingen bij.`
