import { useTranslations } from 'next-intl'

/** The name of an author as pages write it: those that are no person's have words of their own. */
export function useAuthor() {
  const t = useTranslations('entry')
  return (name: string) => (t.has(`author.${name}`) ? t(`author.${name}`) : name)
}
