import { systeemklok } from '#basis/datum.ts'
import { openPostgres } from '#basis/db.ts'
import { maakBoekhouder } from '#grootboek/deur.ts'
import { boekLos } from '#test/grootboek-geschiedenis.ts'

/** Een eigen proces dat boekt: `node test/grootboek-schrijver.ts <adres> <gemeente> <aantal> <begin>`. */
const [url = '', gemeente = '', aantal = '', begin = ''] = process.argv.slice(2)
const databank = await openPostgres(url, 2)
const geboekt = await boekLos(maakBoekhouder({ fotoElke: 1_000 }), databank.gemeente(gemeente), systeemklok, {
  aantal: Number(aantal),
  begin: Number(begin),
})
await databank.sluit()
process.stdout.write(JSON.stringify(geboekt))
