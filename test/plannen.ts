import type { Plan } from '#programma/plan.ts'
import { leesPlan } from '#programma/plan-lezen.ts'

/** Een klein, kloppend plan van een verzonnen gemeente; `anders` vervangt delen ervan. */
export function kleinPlan(gemeente: string, anders: Partial<Plan> = {}): Plan {
  const gelezen = leesPlan({
    formaat: 'programmaplan',
    versie: 1,
    gemeente: { code: gemeente, naam: 'Test' },
    programma: {
      id: 'proef',
      titel: 'Proefprogramma',
      van: '2024',
      tot: '2025',
      hoofddoel: 'Proeven',
      herkomst: 'Verzonnen',
    },
    doelen: [{ id: 'samen', titel: 'Meer ontmoeting', indicatoren: [] }],
    groepen: [{ id: 'lijn', titel: 'Eerste lijn', code: '1' }],
    onderdelen: [
      onderdeel('inloop', '1.1', 'Inloop in het dorp'),
      onderdeel('steun', '1.2', 'Steun aan huis'),
    ],
    bronnen: [
      {
        id: 'rijk',
        naam: 'Bijdrage van het Rijk',
        soort: 'rijk',
        ontvangsten: [{ naam: 'Bijdrage 2024', jaar: 2024, bedragCent: 10_000_00 }],
        aard: 'incidenteel',
        verantwoording: 'geen',
      },
    ],
    voorgangers: [],
    plaatsen: [{ id: 'h1', soort: 'hoofdstuk', code: '1', titel: 'Geld', over: [] }],
    vermeldingen: [
      {
        soort: 'bedrag',
        id: 'v1',
        plaats: 'h1',
        over: { soort: 'onderdeel', id: 'inloop' },
        aspect: 'lasten',
        bedragCent: 4_000_00,
        periode: { van: '2024', tot: '2024' },
      },
    ],
    raming: [
      { onderdeel: 'inloop', jaar: 2024, bron: null, bedragCent: 4_000_00, vermelding: 'v1' },
      { onderdeel: 'inloop', jaar: 2025, bron: 'rijk', bedragCent: 3_000_00 },
      { onderdeel: 'steun', jaar: 2025, bron: null, bedragCent: 3_000_01 },
    ],
    ...anders,
  })
  if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.reden))
  return gelezen.waarde
}

function onderdeel(id: string, code: string, titel: string) {
  return {
    id,
    code,
    titel,
    aliassen: [],
    groep: 'lijn',
    ouder: null,
    doel: 'Dat mensen elkaar zien',
    doelen: ['samen'],
    planning: { van: '2024', tot: '2025' },
    mijlpalen: [{ id: 'open', wat: 'Deur open', wanneer: '2024-03-01' }],
    partners: ['dorpsbelang'],
    relaties: [],
    eigenaarrol: 'teamleider',
    bronnen: ['rijk'],
    aard: 'incidenteel',
  }
}
