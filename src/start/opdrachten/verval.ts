import { maakBoekhouder } from '#grootboek/deur.ts'
import { boekVerval } from '#programma/deur.ts'
import { kiesGemeenteDb } from '#start/opdrachten/kies-gemeente.ts'
import { GOED, type Opdracht, onbruikbaar } from '#start/opdrachten/opdracht.ts'

export const boekVervalOpdracht: Opdracht = {
  naam: 'boek verval',
  gebruik: 'boek verval [--gemeente gm1731] [--json]',
  uitleg:
    'Laat overhevelingen vervallen waarvan de laatste dag voorbij is. Mag elke dag; nog eens doet niets.',
  argumenten: [0, 0],
  databank: true,
  async voerUit(context, _, opties) {
    const db = await kiesGemeenteDb(await context.databank(), opties.gemeente)
    if (!db.ok) return onbruikbaar(context, db.reden)
    const vervallen = await boekVerval(maakBoekhouder(), db.waarde, context.klok)
    if (opties.json) context.uit(JSON.stringify({ vervallen }))
    else context.zeg(vervallen === 0 ? 'Er was niets dat vervalt.' : `Vervallen: ${vervallen}.`)
    return GOED
  },
}
