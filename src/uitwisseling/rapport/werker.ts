import { zetPdf } from '#uitwisseling/rapport/zetten.ts'

/** Het proces waarin Typst zet: gegevens erin, PDF eruit, één tegelijk. */
process.on('message', (gegevens: string) => {
  try {
    process.send?.({ pdf: zetPdf(gegevens) })
  } catch (oorzaak) {
    process.send?.({ fout: oorzaak instanceof Error ? oorzaak.message : String(oorzaak) })
  }
})
// Stopt de server, dan stopt dit proces ook.
process.on('disconnect', () => process.exit(0))
