package io.iolaus.core.abuse;

/// How a group shares what belongs to one person at a time.
///
/// @param sharedDevices share of the members, 0..1, whose device, phone or the like serves at least
///   two others of the group
/// @param instruments payment instruments that at least two members use
/// @param onInstruments share of the members, 0..1, on one of these
/// @param largestInstrument share of the members, 0..1, on the one that most of them use
/// @param inStep share of the members, 0..1, that act at the same moments again and again
/// @param ownDomain share of the members, 0..1, under the mail domain of the group: the commonest
///   of those that are far more frequent inside than elsewhere; NaN where too little is known of
///   domains
/// @param payers for each member one over the number of members that pay with what it pays with:
///   one where it pays for itself
/// @param spans for each member the days, 0 up, from its first to its last use of what the group
///   has in common
/// @param several share of the members, 0..1, that work off two or more of the group's own
///   skeletons, be it rarely
public record GroupShape(
    double sharedDevices,
    int instruments,
    double onInstruments,
    double largestInstrument,
    double inStep,
    double ownDomain,
    double[] payers,
    int[] spans,
    double several) {

  public GroupShape {
    payers = payers.clone();
    spans = spans.clone();
  }

  @Override
  public double[] payers() {
    return payers.clone();
  }

  @Override
  public int[] spans() {
    return spans.clone();
  }
}
