package io.iolaus.core.attribution;

import static io.iolaus.core.evidence.EvidencePriors.log2;

import io.iolaus.core.evidence.Poisson;

/// What a group shows, or does not show, of one kind of evidence for one organization.
///
/// @param organization its id
/// @param found false where the kind could have shown and did not
/// @param operates log2 of how much likelier that is if the organization runs the group than if it
///   has nothing to do with it
/// @param planted the same if somebody plants signs of the organization
/// @param reach share of the group (0..1) that the evidence speaks for: accounts that bear it and
///   those tied to one of them by something under an operator's own hand
/// @param text for people
public record Finding(
    String organization,
    EvidenceKind kind,
    boolean found,
    double operates,
    double planted,
    double reach,
    String text) {

  /// Fewer witnesses are an accident.
  static final int LEAST_WITNESSES = 2;

  /// Colleagues come together: where one stranger was drawn into a group, the next is half a
  /// surprise only.
  private static final double BITS_A_WITNESS = 2;

  public Finding {
    if (!(reach >= 0 && reach <= 1)) {
      throw new IllegalArgumentException("reach must be in 0..1, was " + reach);
    }
  }

  /// What so many accounts are worth; silence for fewer than two, and where chance explains them.
  ///
  /// Chance has two ways: accounts come by the trace one by one, or their operator chose once, as
  /// one chooses a mail provider, for all of them. The likelier one counts.
  ///
  /// @param witnesses accounts that count
  /// @param of accounts that could have been witnesses
  /// @param rate share of unrelated accounts that show it, 0..1
  static Finding counted(
      String organization,
      EvidenceKind kind,
      int witnesses,
      int of,
      double rate,
      double reach,
      String text) {
    if (witnesses >= LEAST_WITNESSES) {
      double oneByOne = Poisson.logUpperTail(witnesses, of * rate);
      double chance = Math.max(oneByOne, Math.log(rate)) / Math.log(2);
      double bits = Math.min(bound(kind, witnesses), log2(kind.operated()) - chance);
      if (bits >= 1) {
        return of(organization, kind, bits, reach, text);
      }
    }
    return silent(organization, kind);
  }

  /// Seats are outside the group: nobody drew them in.
  private static double bound(EvidenceKind kind, int witnesses) {
    boolean outside = kind == EvidenceKind.SEATS || kind == EvidenceKind.TEMPLATE;
    return outside ? kind.maxBits() : Math.min(kind.maxBits(), BITS_A_WITNESS * witnesses);
  }

  /// Evidence that speaks for the organization with so many bits.
  static Finding of(
      String organization, EvidenceKind kind, double bits, double reach, String text) {
    return new Finding(organization, kind, true, bits, bits + kind.plantedBeyond(), reach, text);
  }

  /// Nothing can be said: neither that the kind shows nor that it does not.
  static Finding nothing(String organization, EvidenceKind kind) {
    return new Finding(organization, kind, false, 0, 0, 0, "nothing can be said");
  }

  /// The kind could have shown and did not.
  static Finding silent(String organization, EvidenceKind kind) {
    return new Finding(
        organization,
        kind,
        false,
        kind.expected() ? kind.silent() : 0,
        kind.expected() ? kind.silentPlanted() : 0,
        0,
        "nothing of the kind");
  }
}
