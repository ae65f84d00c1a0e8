import { describe, expect, it } from 'vitest'
import { parityProblems, usageProblems } from '../messages.mjs'
import { placeholdersOf } from './icu.mjs'
import { layoutProblems } from './layout.mjs'

describe('placeholders of a message', () => {
  it('are found inside branches, and not inside quotes', () => {
    const text =
      "{name} has {n, plural, =0 {none} one {# of {all}} other {#}} '{not}' <b>x</b> {d, number, percent}"
    expect(placeholdersOf(text)).toEqual(['<b>', '{all}', '{d}', '{name}', '{n}'])
  })

  it('leave out what only chooses a branch', () => {
    expect(placeholdersOf('{n, plural, one {it is {x}} other {they are {x}}}')).toEqual(['{x}'])
    expect(placeholdersOf('{n, plural, other {{kind, select, a {# a} other {# b}}}}')).toEqual([
      '{kind}',
      '{n}',
    ])
    expect(placeholdersOf('{n, selectordinal, other {#th}}')).toEqual(placeholdersOf('{n}'))
  })

  it('need whole messages', () => {
    for (const text of [
      '{a',
      'a}',
      '{n, plural, one {x}}',
      '{n, plural, other {x}',
      '{}',
      "it is '{quoted",
    ]) {
      expect(() => placeholdersOf(text)).toThrow(SyntaxError)
    }
  })
})

const messages = (entries: Record<string, string>) => new Map(Object.entries(entries))

describe('two languages', () => {
  it('have the same keys, the same placeholders and no empty text', () => {
    const problems = parityProblems(
      messages({ a: 'x', b: '{n}', c: 'x', e: '{', f: '{x} {y}', space: ' ' }),
      messages({ a: ' ', b: '{m}', d: 'x', e: 'x', f: '{y}和{x}', space: '' }),
    )
    expect(problems).toEqual([
      'zh.json: a is empty',
      'b: placeholders differ: en "{n}", zh "{m}"',
      'zh.json lacks c',
      'en.json: e is not well formed: no name after the brace at 0',
      'en.json lacks d',
    ])
  })
})

describe('messages and their use', () => {
  const all = messages({
    'page.title': 'x',
    'page.one': 'x',
    'page.two': 'x',
    'page.status.good': 'x',
    'page.status.bad': 'x',
    'page.left.over': 'x',
    'other.onTrack': 'x',
    'other.lost': 'x',
  })
  const server = `const t = await getTranslations({ locale, namespace: 'page' })
    t('title'); t(isOne ? 'one' : 'two', { x: 1 }); t.rich(\`status.\${name}\`)
    const progress = useTranslations('other')
    progress(mark.key)`
  const check = (source: string) =>
    usageProblems(
      all,
      new Map([
        ['a.tsx', server],
        ['b.tsx', source],
      ]),
      ['page'],
    )

  it('find what nobody asks for', () => {
    expect(check("const mark = { key: 'onTrack' }")).toEqual([
      'nobody asks for page.left.over',
      'nobody asks for other.lost',
    ])
  })

  it('find what is asked for and does not exist', () => {
    const asks = `const t = useTranslations('page'); t('title'); t('lots'); t(\`kind.\${x}\`)
      t(x ? 'left.over' : 'none'); lost: 'onTrack'`
    expect(check(asks)).toEqual([
      'b.tsx: there is no message "lots" in page',
      'b.tsx: there is no message "kind.*" in page',
      'b.tsx: there is no message "none" in page',
    ])
  })

  it('find words that the browser is not sent', () => {
    const asks =
      "'use client'\nconst t = useTranslations('other.x'); const words = ['lost', 'onTrack', 'left.over']; f(t)"
    expect(check(asks)).toContain('b.tsx: the browser is not sent the words of "other"')
  })
})

describe('the layout', () => {
  const long = 'x\n'.repeat(401)

  it('keeps files short unless they say why', () => {
    const files = messages({
      'core/a.ts': long,
      'core/b.ts': `// Long because it is one table.\n${long}`,
      'core/c.ts': 'x\n',
    })
    expect(layoutProblems(files, [])).toEqual([
      'core/a.ts has 401 lines, more than 400: cut it, or say at its top "Long because …"',
    ])
  })

  it('keeps features to their few kinds of file, and knows no folders of odds and ends, no barrels, no other rooms', () => {
    const files = messages({
      'features/a/queries.ts': '',
      'features/a/components/b/c.tsx': '',
      'features/a/a.db.test.ts': '',
      'features/a/service.ts': '',
      'lib/utils/x.ts': '',
      'core/index.ts': '',
    })
    expect(layoutProblems(files, ['core', 'src', 'docs']).map((problem) => problem.split(/[: ]/)[0])).toEqual(
      ['features/a/service.ts', 'lib/utils/x.ts', 'core/index.ts', 'src/'],
    )
  })
})

describe('the run of the tests', () => {
  it('happens in an odd time zone, so that a date that depends on the machine shows', () => {
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(-(13 * 60 + 45))
  })
})
