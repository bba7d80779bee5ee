package io.iolaus.api.signon;

import io.iolaus.core.access.AccessKey;
import io.iolaus.core.access.UnsealException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a browser keeps while its owner is at the identity provider, sealed: nothing is kept here
/// for people who may never come back.
///
/// @param state comes back in the address: who comes back is who went (RFC 6749, section 10.12)
/// @param nonce comes back in the token: it was made for this login
/// @param verifier is shown with the code, and to nobody before (PKCE, RFC 7636)
/// @param redirect where the provider sends the browser back to
/// @param until when it is of no use any more
record Ticket(String state, String nonce, String verifier, URI redirect, Instant until) {

  static final Duration LASTING = Duration.ofMinutes(10);

  private static final String OWNER = "sign-on";
  private static final String FIELD = "ticket";

  String sealed(AccessKey key) {
    return key.seal(
        OWNER,
        FIELD,
        String.join("\n", state, nonce, verifier, redirect.toString(), until.toString()));
  }

  /// What was sealed, if it was sealed here and is still good.
  static Optional<Ticket> opened(AccessKey key, String sealed, Instant now) {
    try {
      String[] parts = key.open(OWNER, FIELD, sealed).split("\n", -1);
      Ticket ticket =
          new Ticket(parts[0], parts[1], parts[2], URI.create(parts[3]), Instant.parse(parts[4]));
      return Optional.of(ticket).filter(t -> now.isBefore(t.until));
    } catch (UnsealException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Ticket";
  }
}
