package io.iolaus.core.event;

import java.util.List;

/// The closed lists of the event format v1, in the order of its reference.
public final class ClosedLists {

  public static final List<String> ACCOUNT_STATUS =
      List.of("active", "suspended", "closed", "deleted");
  public static final List<String> PAYMENT_KIND =
      List.of("card", "prepaid", "virtual", "bank", "wallet", "invoice");
  public static final List<String> MATCH_KEY = List.of("par", "processor", "bin-last4-exp");
  public static final List<String> NETWORK_USE =
      List.of("residential", "mobile", "hosting", "vpn", "proxy", "education", "business");
  public static final List<String> ORGANIZATION_KIND =
      List.of("lab", "company", "university", "reseller", "other");
  public static final List<String> VERDICT = List.of("fraudulent", "legitimate", "unsure");
  public static final List<String> STATEMENT =
      List.of("operates", "denies", "confirms", "withdraws");

  /// Identifier kinds whose values are kept as keyed references only.
  public static final List<String> KEYED_IDENTIFIER_KINDS =
      List.of("api-key", "tls", "email", "phone");

  private ClosedLists() {}
}
