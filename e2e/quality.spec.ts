import { at, expect, expectAccessible, locales, test } from './fixtures'
import { enter, openGrid, say, words } from './grid'

// Both languages may share one Pentad, so that each has a jump of Tibet of its own.
const jumps = {
  en: { indicator: 'IN01', year: 2015, typed: '0.94', region: 'Tibet', rule: 'E2E-EN' },
  zh: { indicator: 'ST08', year: 2019, typed: '0.057', region: '西藏自治区', rule: 'E2E-ZH' },
} as const

for (const locale of locales) {
  const { quality } = words[locale]
  const own = jumps[locale]
  const list = at(locale, `/data/quality?place=CN-XZ&indicator=${own.indicator}`)

  test(`${locale}: Tibet’s jump is found, accepted with a reason, and comes back with a new value`, async ({
    page,
  }) => {
    await page.goto(list)
    const row = page.getByRole('row').filter({ hasText: String(own.year) })
    await expect(row).toContainText(quality.rule.jump)
    await expect(row.getByRole('rowheader').getByRole('link')).toHaveAttribute(
      'href',
      new RegExp(`/data\\?indicator=${own.indicator}&region=CN-XZ&year=${own.year}$`),
    )
    const openCount = async () => {
      const text = await page
        .getByRole('navigation', { name: quality.viewLabel })
        .getByRole('link', { name: new RegExp(`^${quality.view.open}`) })
        .innerText()
      return Number(/\d+/.exec(text)?.[0])
    }
    const before = await openCount()

    await row.getByRole('button', { name: new RegExp(`^${quality.decide.accept}`) }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: quality.decide.acceptSubmit }).click()
    await expect(dialog.getByRole('alert')).toHaveText(quality.refusal.invalid)
    await expectAccessible(page)
    await dialog.getByLabel(quality.decide.reason).fill('One large factory closed in this year.')
    await dialog.getByRole('button', { name: quality.decide.acceptSubmit }).click()
    await expect(dialog).toBeHidden()
    await expect(row).toHaveCount(0)
    expect(await openCount()).toBe(before - 1)

    await page
      .getByRole('navigation', { name: quality.viewLabel })
      .getByRole('link', { name: new RegExp(`^${quality.view.accepted}`) })
      .click()
    await expect(page.getByRole('table')).toContainText('One large factory closed in this year.')
    await expect(page.getByRole('table')).toContainText(quality.author.local)

    await openGrid(page, locale, `indicator=${own.indicator}&region=CN-XZ&year=${own.year}`)
    await enter(page, locale, own.region, own.year, own.typed)
    await page.goto(list)
    await expect(row).toContainText(quality.rule.jump)
    await expect(row).toContainText(
      say(quality.decide.earlier, { reason: 'One large factory closed in this year.' }),
    )
  })

  test(`${locale}: a finding is followed up and settled`, async ({ page }) => {
    const rule = 'year-shift'
    await page.goto(at(locale, `/data/quality?rule=${rule}`))
    const rows = page.getByRole('table').getByRole('row')
    const found = await rows.count()
    // Each language takes one from its own end of the list.
    const row = locale === 'en' ? rows.nth(1) : rows.last()
    const cell = await row.getByRole('rowheader').innerText()
    await row.getByRole('button', { name: new RegExp(`^${quality.decide.follow}`) }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(quality.decide.reason).fill(`Ask who publishes it (${locale}).`)
    await dialog.getByRole('button', { name: quality.decide.followSubmit }).click()
    await expect(dialog).toBeHidden()
    await expect(rows).toHaveCount(found - 1)

    await page.goto(at(locale, '/data/quality?view=follow_up'))
    const followed = page.getByRole('row').filter({ hasText: `Ask who publishes it (${locale}).` })
    await expect(followed.getByRole('rowheader')).toHaveText(cell.replaceAll(/\s*\n\s*/g, ''))
    await followed.getByRole('button', { name: new RegExp(`^${quality.decide.reopen}`) }).click()
    await expect(followed).toHaveCount(0)
  })

  test(`${locale}: a rule is written, mended, tried, used and removed`, async ({ page }) => {
    const { ruleForm } = quality
    await page.goto(at(locale, '/data/quality?view=rules'))
    await page.getByRole('link', { name: quality.rules.add }).click()
    await page.getByLabel(ruleForm.code).fill(own.rule)
    const name = locale === 'zh' ? ruleForm.nameZh : ruleForm.nameEn
    await page.getByLabel(name).fill(`At most 80 percent ${locale}`)
    const condition = page.getByLabel(ruleForm.expression, { exact: true })
    await condition.fill('ST99 <= 80')
    await expect(page.getByText(say(quality.problem.unknownIndicator, { text: 'ST99', at: 1 }))).toBeVisible()
    await expect(page.getByRole('button', { name: ruleForm.try })).toBeDisabled()
    await page.getByRole('button', { name: ruleForm.create }).click()
    await expect(condition).toBeFocused()
    await condition.fill('ST03 <= 80')
    await expect(page.getByText(ruleForm.understood)).toBeVisible()
    await page.getByRole('button', { name: ruleForm.try }).click()
    await expect(page.getByText(ruleForm.failsIn)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: ruleForm.create }).click()

    const row = page.getByRole('row').filter({ hasText: own.rule })
    await expect(row).toContainText('ST03 <= 80')
    await row.getByRole('link', { name: /^\d+$/ }).click()
    await expect(page).toHaveURL(/rule=/)
    await expect(page.getByRole('table')).toContainText(`At most 80 percent ${locale}`)

    await page.goto(at(locale, `/data/quality/rules/${own.rule}`))
    await page.getByRole('button', { name: ruleForm.delete }).click()
    await page.getByRole('dialog').getByRole('button', { name: ruleForm.delete }).click()
    await expect(page).toHaveURL(/view=rules/)
    await expect(page.getByRole('row').filter({ hasText: own.rule })).toHaveCount(0)
  })

  test(`${locale}: gaps lead to the grid, and the list can be taken away as a file`, async ({
    page,
    request,
  }) => {
    await page.goto(at(locale, '/data/quality?view=completeness&area=ST'))
    const tibet = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: own.region }) })
    await tibet.first().getByRole('link').nth(5).click()
    await expect(page).toHaveURL(/\/data\?region=CN-XZ&indicator=ST08$/)

    await page.goto(at(locale, '/data/quality?severity=warning'))
    const link = page.getByRole('link', { name: quality.download })
    const response = await request.get((await link.getAttribute('href')) ?? '')
    const lines = (await response.text()).trim().split('\r\n')
    expect(lines[0]).toContain('explanation')
    expect(lines.slice(1).some((line) => line.includes(quality.rule.jump))).toBe(true)
  })
}

test('without JavaScript the lists can be read and narrowed', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await page.goto('/data/quality')
  await page.locator('select[name=rule]').selectOption('unit-slip')
  await page
    .getByRole('main')
    .getByRole('button', { name: words.en.quality.filter.show, exact: true })
    .click()
  await expect(page).toHaveURL(/rule=unit-slip/)
  await expect(page.getByRole('table')).toContainText(words.en.quality.rule['unit-slip'])
  await expect(page.locator('noscript [role=note]')).toBeVisible()
  await context.close()
})
