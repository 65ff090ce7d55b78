import { breukzin, type Controleverslag, controleerJournaal } from '#grootboek/deur.ts'
import { kiesGemeenteDb } from '#start/opdrachten/kies-gemeente.ts'
import { GEVONDEN, GOED, type Opdracht, onbruikbaar } from '#start/opdrachten/opdracht.ts'

export const boekControleer: Opdracht = {
  naam: 'boek controleer',
  gebruik: 'boek controleer [--gemeente gm1731] [--json]',
  uitleg: 'Rekent het hele journaal na: keten, regels, saldi en kop. Uitkomst 1 bij een breuk.',
  argumenten: [0, 0],
  databank: true,
  async voerUit(context, _, opties) {
    const db = await kiesGemeenteDb(await context.databank(), opties.gemeente)
    if (!db.ok) return onbruikbaar(context, db.reden)
    let gezegd = 0
    const verslag = await controleerJournaal(db.waarde, {
      voortgang: ({ gedaan, totaal }) => {
        const deel = Math.floor((gedaan / totaal) * 10)
        if (deel > gezegd && totaal > MELD_VANAF && !opties.json)
          context.zeg(`${gedaan} van ${totaal} boekingen`)
        gezegd = deel
      },
    })
    if (opties.json) context.uit(JSON.stringify(alsUitvoer(db.waarde.schema, verslag)))
    else for (const zin of zinnen(verslag)) context.uit(zin)
    return verslag.goed ? GOED : GEVONDEN
  },
}

/** Onder dit aantal is de controle klaar voordat iemand het afvraagt. */
const MELD_VANAF = 100_000

const alsUitvoer = (gemeente: string, { eerste, ...verslag }: Controleverslag) => ({
  formaat: 1,
  gemeente,
  ...verslag,
  eerste: eerste === undefined ? null : { ...eerste, zin: breukzin(eerste) },
})

function zinnen({ goed, kop, geteld, breuken, eerste }: Controleverslag): string[] {
  const hoofd = `Kop: boeking ${kop.nr}, ${kop.hash}${kop.op === null ? '' : `, vastgelegd ${kop.op}`}`
  const gezien = `${geteld.boekingen} boekingen, ${geteld.regels} regels, ${geteld.posten} saldi, ${geteld.fotos} foto's nagerekend; ${geteld.toelichtingen} toelichtingen vergeleken, ${geteld.gewist} gewist.`
  if (goed) return ['Het journaal klopt.', gezien, hoofd]
  return [
    `Het journaal klopt niet: ${breuken === 1 ? 'er is één breuk' : `er zijn ${breuken} breuken`}.`,
    ...(eerste === undefined ? [] : [`De eerste: ${breukzin(eerste)}`]),
    gezien,
    hoofd,
  ]
}
