/** What a browser offers and sends. The schema, which has the last word, would bring its checks along. */
export const acceptedEndings = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt,.csv'
export const mostAcceptedBytes = 10 * 1024 * 1024
