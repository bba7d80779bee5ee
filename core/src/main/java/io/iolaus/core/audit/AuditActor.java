package io.iolaus.core.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who did something.
///
/// @param name the login's name; `cli:NAME` of whoever ran a command, by the operating system
/// @param login how they showed who they are
/// @param address where the request came from, empty for a command
public record AuditActor(String name, Login login, String address) {

  private static final int MAX_NAME = 200;
  private static final int MAX_ADDRESS = 64;

  /// How somebody showed who they are.
  public enum Login {
    /// A session, which began with a password or by the site's identity provider.
    SESSION,
    /// HTTP Basic.
    BASIC,
    /// A secret of a service account.
    BEARER,
    /// The operating system.
    OS,
    /// Not at all.
    NONE;

    /// As it is stored and shown.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The way that goes by this text.
    public static Optional<Login> of(String text) {
      return Arrays.stream(values()).filter(login -> login.text().equals(text)).findFirst();
    }
  }

  public AuditActor {
    AuditText.require("actor", name, MAX_NAME);
    AuditText.require("address", address, MAX_ADDRESS);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("an actor has a name");
    }
  }

  /// The same of texts that come from outside: what cannot stand in an entry is replaced.
  public static AuditActor of(String name, Login login, String address) {
    String clean = AuditText.clean(name, MAX_NAME);
    return new AuditActor(
        clean.isEmpty() ? "-" : clean, login, AuditText.clean(address, MAX_ADDRESS));
  }

  /// Whoever runs this program, by the operating system.
  public static AuditActor ofCommand(String user) {
    return of("cli:" + user, Login.OS, "");
  }
}
