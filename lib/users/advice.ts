/** What is asked of a password, said before it is typed. The rule itself is `passwordProblem` of lib/auth/passwords.ts. */
export const passwordAdvice =
  'At least 12 characters, of any kind. Four or five words in a row are strong and easy to remember; so is what a password manager makes.'
