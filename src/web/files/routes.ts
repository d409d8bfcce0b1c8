/** Where forms with files are taken; they are read as they come and counted by `takeForm`, not by the limit for forms. */
const ROUTES = [
  /^\/(?:fi|sv|en)\/ask\/files$/,
  /^\/(?:fi|sv|en)\/follow\/case$/,
  /^\/desk\/cases\/[0-9a-f-]{36}\/(?:files|message|note)$/,
]
export const takesFiles = (path: string): boolean => ROUTES.some((route) => route.test(path))
