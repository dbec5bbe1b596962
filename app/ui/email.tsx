/** An address of e-mail that a narrow place breaks after its sign, and elsewhere only if it must. */
export function EmailText({ email }: { email: string }) {
  const [mailbox, domain] = email.split("@");
  return (
    <span className="min-w-0 wrap-anywhere">
      {mailbox}
      {domain !== undefined && (
        <>
          @<wbr />
          {domain}
        </>
      )}
    </span>
  );
}
