package io.iolaus.core.attribution;

import static io.iolaus.core.evidence.EvidencePriors.log2;

/// The kinds of evidence that tie a group to an organization, in the order in which they are
/// printed.
///
/// Three figures belong to each, all set by judgement: how often a group that the organization does
/// run shows the kind, how often one shows it whose operator plants signs of the organization, and
/// how many bits the kind can give at most, because innocent causes bring every kind now and then.
/// The first two decide between the organization and deception, the last between both and unknown.
public enum EvidenceKind {
  /// Verified seats that share the group's own cards, devices or skeletons. Nobody signs another
  /// organization's contract, and its people do as they like.
  SEATS("verified-members", true, 0.3, 0.01, 9),
  /// Traffic from addresses in the organization's networks that nobody else uses, or slips of a few
  /// accounts through its gateway. Takes a foothold inside.
  NETWORK("network", true, 0.4, 0.01, 8),
  /// Traffic through a gateway of it that can be borrowed: of a campus or a provider, or one that
  /// most of the group uses as its exit.
  OPEN_NETWORK("open-network", false, 0.4, 0.3, 6),
  /// Its name on invoices: typed into a form.
  INVOICE("billing-name", false, 0.2, 0.4, 7),
  /// Accounts under its mail domains: a mailbox, or a form that nobody checked.
  MAIL("email-domain", false, 0.25, 0.5, 6),
  /// A prompt that the organization's seats use on the whole. Whoever has seen it can send it.
  TEMPLATE("shared-template", false, 0.1, 0.4, 3),
  /// The organization says so itself.
  CONFIRMATION("confirmation", true, 0.05, 0.0005, 10),
  /// Others say so.
  CLAIM("claim", false, 0.3, 0.6, 2.5),
  /// Others say that the organization runs something at that time, but not that it is this group.
  CAMPAIGN_CLAIM("campaign-claim", false, 0.3, 0.6, 2),
  /// Somebody says that it is not so.
  DENIAL("denial", false, 0.6, 0.6, 0);

  private final String id;
  private final boolean hard;
  private final double operated;
  private final double planted;
  private final double maxBits;

  EvidenceKind(String id, boolean hard, double operated, double planted, double maxBits) {
    this.id = id;
    this.hard = hard;
    this.operated = operated;
    this.planted = planted;
    this.maxBits = maxBits;
  }

  /// Its name in the graph and in output: `email-domain`.
  public String id() {
    return id;
  }

  /// Whether somebody who wants to blame the organization cannot have it for the asking.
  public boolean hardToPlant() {
    return hard;
  }

  /// How often a group shows it that the organization runs, in (0, 1).
  public double operated() {
    return operated;
  }

  /// How often a group shows it whose operator plants signs of the organization, in (0, 1).
  public double planted() {
    return planted;
  }

  /// The most it can speak for the organization against unknown.
  public double maxBits() {
    return maxBits;
  }

  /// What the kind, where it is shown, is worth in bits if signs are planted, beyond what it is
  /// worth if the organization runs the group; negative for what is hard to plant.
  double plantedBeyond() {
    return log2(planted / operated);
  }

  /// What its absence is worth if the organization runs the group; at most 0.
  double silent() {
    return log2(1 - operated);
  }

  /// What its absence is worth if signs are planted; at most 0.
  double silentPlanted() {
    return log2(1 - planted);
  }

  /// Whether its absence says something: what people say is heard or not, and a prompt need not be
  /// known to anybody.
  boolean expected() {
    return this == SEATS
        || this == NETWORK
        || this == OPEN_NETWORK
        || this == INVOICE
        || this == MAIL;
  }

  /// Whether it is words and not traces.
  boolean isSaid() {
    return this == CONFIRMATION || this == CLAIM || this == CAMPAIGN_CLAIM || this == DENIAL;
  }
}
