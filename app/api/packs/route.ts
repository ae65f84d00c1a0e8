import { createTranslator } from 'next-intl'
import { attachment } from '@/app/api/attachment'
import { answerOwn, formOf } from '@/app/api/own-request'
import { type PackWords, writePack } from '@/features/packs/adapters/pack-book'
import { getPack } from '@/features/packs/queries'
import en from '@/i18n/en.json'
import zh from '@/i18n/zh.json'
import { currentActor } from '@/server/session'

const languages = {
  en: createTranslator({ locale: 'en', messages: en }),
  zh: createTranslator({ locale: 'zh', messages: zh }),
}

function wordsIn(locale: 'en' | 'zh'): PackWords {
  const t = languages[locale]
  return { locale, t: (key, params) => t(key as 'packs.title', params as never) }
}

/**
 * A collection pack: the form's fields `regions`, `indicators` (several each), `from`, `to`, `lang`, `title`, `request`.
 * A form that posts, because an address cannot hold the codes of three thousand counties.
 */
export async function POST(request: Request): Promise<Response> {
  return answerOwn(request, async () => {
    const fields = await formOf(request)
    const text = (name: string) => String(fields.get(name) ?? '').trim()
    const lang = text('lang') === 'zh' ? 'zh' : 'en'
    const words = wordsIn(lang)
    const all = (name: string) => fields.getAll(name).map(String)
    const outcome = await getPack(await currentActor(), {
      regions: all('regions'),
      indicators: all('indicators'),
      from: text('from'),
      to: text('to'),
    })
    if (!outcome.ok)
      return new Response(words.t(`packs.problem.${outcome.reason}`, { cells: outcome.cells }), {
        status: 400,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      })
    const title = [...text('title')].slice(0, 200).join('') || words.t('packs.defaultTitle')
    const bytes = writePack(outcome.value, words, {
      title,
      request: [...text('request')].slice(0, 4000).join(''),
      at: new Date(),
    })
    return new Response(bytes, {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-length': String(bytes.byteLength),
        'content-disposition': attachment('pentad-pack.xlsx', `${title}.xlsx`),
        'cache-control': 'private, no-store',
      },
    })
  })
}
