package io.iolaus.api.alert;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/// Mail addresses from the configuration.
final class MailAddresses {

  private MailAddresses() {}

  /// One address, with or without a name.
  ///
  /// @throws IllegalArgumentException that names the setting
  static InternetAddress one(String setting, String text) {
    try {
      InternetAddress[] parsed = InternetAddress.parse(text, true);
      if (parsed.length == 1 && text.chars().noneMatch(Character::isISOControl)) {
        parsed[0].validate();
        return parsed[0];
      }
    } catch (AddressException e) {
      // said below
    }
    throw new IllegalArgumentException(setting + " must be a mail address, was " + text);
  }
}
