import { Rapportinhoud } from '#verantwoording/rapport.ts'

/** Een heel klein rapport, voor de beschrijving van de api. */
export const VOORBEELD = Rapportinhoud.parse({
  formaat: 'omzien-rapport',
  versie: 1,
  kenmerk: 'jaar-2025',
  soort: 'jaar',
  titel: 'Jaarverantwoording 2025',
  ondertitel: 'Programma Sociaal Domein',
  gemeente: { code: 'gm0000', naam: 'Voorbeeld' },
  programma: { id: 'sociaal-domein', titel: 'Programma Sociaal Domein', planversie: 2 },
  moment: {
    geldigTm: '2025-12-31',
    bekendOp: '2026-02-15T09:00:00.000000Z',
    bekendNr: 1_134,
    hoofd: '427bfb30a1d6683571f0f66fecb0ba0f5fbe73ea076856a76d2578e28fe18336',
  },
  sjabloon: 'jaar/1',
  verzonnen: true,
  delen: [
    {
      id: 'samenvatting',
      titel: 'Samenvatting',
      blokken: [
        {
          soort: 'alinea',
          id: 'samenvatting.geld',
          herkomst: 'cijfers',
          tekst: 'Voor 2025 is € 100.000 begroot. In 2025 is € 90.000 uitgegeven.',
        },
        {
          soort: 'tabel',
          id: 'samenvatting-geld',
          titel: 'Het geld van 2025 in één tabel',
          kolommen: [
            { naam: 'naam', kop: 'Groep', soort: 'tekst' },
            { naam: 'naWijziging', kop: 'Begroot na wijziging', soort: 'bedrag', som: true },
          ],
          rijen: [{ cellen: ['Hulp dichtbij', 10_000_000] }],
          totaal: ['Totaal', 10_000_000],
          rond: 'euro',
        },
      ],
    },
  ],
})
