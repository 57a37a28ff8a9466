// International Standard Book Numbers. https://www.isbn-international.org/content/isbn-users-manual/29

/**
 * Reads an ISBN of ten or thirteen digits, with or without hyphens, spaces and "ISBN" before it. Returns the thirteen digits, or
 * null when it has another form or its check digit is wrong. One of ten becomes one of thirteen: 978 in front, and a new check digit.
 */
export function readIsbn(typed: string): string | null {
  const plain = typed
    .replace(/^\s*(urn:)?isbn(-1[03])?:?\s*/i, '')
    .replace(/[\s\-‐-―]/g, '')
    .toUpperCase()
  if (/^97[89]\d{10}$/.test(plain)) return checkDigit13(plain) === plain[12] ? plain : null
  if (!/^\d{9}[\dX]$/.test(plain) || checkDigit10(plain) !== plain[9]) return null
  const long = `978${plain.slice(0, 9)}`
  return long + checkDigit13(long)
}

/** The digit that makes the sum of the thirteen, weighted 1 and 3 in turn, a multiple of ten. */
function checkDigit13(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce((total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}

/** The digit, X for ten, that makes the sum of the ten, weighted 10 down to 1, a multiple of eleven. */
function checkDigit10(digits: string): string {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? 'X' : String(check)
}
