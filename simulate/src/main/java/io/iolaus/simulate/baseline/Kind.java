package io.iolaus.simulate.baseline;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The kinds of things that accounts can share, as the event format tells them apart.
public enum Kind {
  INSTRUMENT,
  WALLET,
  BILLING_NAME,
  /// The bank number of an instrument.
  BIN,
  /// An address that is evidence: neither private nor reserved nor carrier-shared; IPv6 as /64.
  ADDRESS,
  /// Its /24, or /48.
  NEIGHBOURHOOD,
  DEVICE,
  EMAIL,
  PHONE,
  API_KEY,
  TLS,
  REFERRER,
  /// Any other identifier, with its kind.
  OTHER,
  /// The client that an exchange names.
  CLIENT,
  /// The whole text of a prompt, after normalising.
  PROMPT,
  /// The whole text of a system prompt.
  SYSTEM,
  /// The day an account was made.
  CREATION_DAY;

  /// What belongs to somebody: instruments, devices, ways to reach them, keys.
  public static final Set<Kind> OWNED =
      Collections.unmodifiableSet(EnumSet.of(INSTRUMENT, WALLET, DEVICE, EMAIL, PHONE, API_KEY));

  /// Those and addresses.
  public static final Set<Kind> LOCATED = with(OWNED, ADDRESS);

  /// Everything the event format calls an identifier, and addresses.
  public static final Set<Kind> ANY = with(LOCATED, BILLING_NAME, TLS, REFERRER, OTHER);

  /// Those and prompts as a whole.
  public static final Set<Kind> SPOKEN = with(LOCATED, PROMPT, SYSTEM);

  private static final Map<String, Set<Kind>> SETS =
      Map.of("owned", OWNED, "located", LOCATED, "any", ANY, "spoken", SPOKEN);

  private static Set<Kind> with(Set<Kind> some, Kind... more) {
    EnumSet<Kind> all = EnumSet.copyOf(some);
    all.addAll(Set.of(more));
    // In the order of this list, always: sums depend on it in their last bit.
    return Collections.unmodifiableSet(all);
  }

  /// One of the sets above by its name in a grid: `owned`, `located`, `any`, `spoken`.
  static Set<Kind> set(String name) {
    Set<Kind> kinds = SETS.get(name);
    if (kinds == null) {
      throw new IllegalArgumentException(
          "no set of kinds " + name + "; there are " + SETS.keySet());
    }
    return kinds;
  }

  /// The kind of an identifier line.
  static Kind ofIdentifier(String name) {
    return switch (name) {
      case "wallet" -> WALLET;
      case "billing-name" -> BILLING_NAME;
      case "device" -> DEVICE;
      case "email" -> EMAIL;
      case "phone" -> PHONE;
      case "api-key" -> API_KEY;
      case "tls" -> TLS;
      case "referrer" -> REFERRER;
      default -> OTHER;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
