package io.iolaus.core.event;

import java.text.Normalizer;
import java.util.Locale;

/// The canonical form in which `email` values are compared (`email-v1`): Unicode NFC, all of it in
/// lower case. Dots and plus tags stay: which of them a provider ignores is nobody else's to know.
final class EmailAddresses {

  private EmailAddresses() {}

  static String canonical(String address) {
    String composed = Normalizer.normalize(address, Normalizer.Form.NFC);
    // Lower case may decompose again: `İ` becomes two code points.
    return Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }
}
