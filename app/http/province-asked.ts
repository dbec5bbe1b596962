/** The province that an address is about, as somebody who works for the whole country chose it. */
export function provinceAsked(request: Request): string | null {
  return new URL(request.url).searchParams.get("province");
}
