package io.iolaus.simulate.world;

/// What an account is in truth.
public enum Role {
  /// Run by an operator.
  ATTACK("attack"),
  /// An ordinary person, program or company seat.
  BACKGROUND("background"),
  /// Innocent, but part of something that looks coordinated.
  DECOY("decoy"),
  /// An innocent customer of a proxy reseller whom operators use too.
  RESELLER_CUSTOMER("reseller-customer"),
  /// A verified member of an operator's organization who tried its prompts under their own name:
  /// evidence for the organization, not an account to be labelled.
  AFFILIATE("affiliate"),
  /// Somebody innocent whom an operator points at.
  VICTIM("victim");

  private final String text;

  Role(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
