package io.iolaus.sharing.stix;

/// Every sentence that an export can hold. Nothing that anybody typed in is ever part of one.
final class Texts {

  static final String DUTIES =
      "Shared in confidence under TLP 2.0. A lead, not a finding of guilt: a person must review it and check it"
          + " against the recipient's own data and policy before anything is done to an account. Do not act on a"
          + " network range alone. Offer those affected a way to object. Tell the sender of corrections, and pass"
          + " corrections on to everyone who was told. Delete after 90 days unless renewed.";

  static final String METRICS_SCHEMA =
      "Properties of an intrusion-set: account_count_range (5-9, 10-49, 50-99, 100-499, 500+: accounts attributed to"
          + " it), exchange_count_range (API exchanges of these accounts, by powers of ten), evidence_kinds"
          + " (independent kinds of evidence that link the accounts: payment, network, client, prompt, timing,"
          + " creation), capabilities (list of capability, a word, and share_range, a quarter of all exchanges),"
          + " review_state (machine: labelled by a program; no person has confirmed it), method, method_version.";

  private Texts() {}

  static String description(String alias) {
    return alias
        + ": API accounts that evidence of several independent kinds shows to be run as one. Counts are ranges and"
        + " times are cut to the hour.";
  }

  static String evidence(int kinds, String accounts) {
    return accounts
        + " accounts are linked by "
        + kinds
        + " independent kinds of evidence (see the extension cluster-metrics). The link was found by a program and is"
        + " stated with the confidence of the object. Who operates the accounts is not stated.";
  }
}
