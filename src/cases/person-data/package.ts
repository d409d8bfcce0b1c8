import { type Actor, type House, inOffice } from '../../custody/transaction.ts'
import { renderPdf } from '../../documents/pdf.ts'
import { type ZipEntry, zip } from '../../documents/zip.ts'
import { dateInFinland } from '../../language/formats.ts'
import { openAttachment } from '../attachments/open-attachment.ts'
import { personDocument } from './document.ts'
import { type GatherOptions, gatherPersonData } from './gather.ts'

export interface PersonPackage {
  /** name of the file */
  name: string
  content: AsyncGenerator<Buffer>
}

/**
 * The client's data as one zip file: a PDF to read, a JSON for programs, the letters and the files. Gathered and recorded
 * at once; written piece by piece, so that large files pass through and are nowhere as a whole.
 * Throws what `gatherPersonData` does, before the first byte.
 */
export async function personPackage(
  house: House,
  asked: { organisation: string; actor: Actor; caseId: string } & GatherOptions,
): Promise<PersonPackage> {
  const { organisation, actor, caseId, lang } = asked
  const { gathered, author } = await inOffice(house, organisation, actor, async (t) => {
    const office = await t.sql.organisation.findUniqueOrThrow({ where: { code: organisation } })
    return {
      gathered: await gatherPersonData(t, caseId, asked),
      author: { fi: office.nameFi, sv: office.nameSv, en: office.nameEn }[lang],
    }
  })
  const { data, letters, attachments } = gathered
  const date = dateInFinland(house.now()).toString()
  async function* entries(): AsyncGenerator<ZipEntry> {
    const head = {
      format: 'asiavastaava-client-data',
      version: 1,
      madeAt: house.now(),
      language: lang,
      controller: author,
    }
    yield { name: 'tiedot.json', content: [Buffer.from(JSON.stringify({ ...head, ...data }, null, 2))] }
    yield { name: 'tiedot.pdf', content: [await renderPdf(personDocument(data, { lang, author, date }))] }
    for (const { file, document } of letters)
      yield { name: `kirjeet/${file}`, content: [await renderPdf(document)] }
    for (const { id, file } of attachments) {
      const { content } = await openAttachment(house, { organisation, actor, caseId, id, ownData: true })
      yield { name: `tiedostot/${file}`, content }
    }
  }
  return { name: `${data.case.number}.zip`, content: zip(entries(), house.now()) }
}
