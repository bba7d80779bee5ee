package io.iolaus.cypher.explain;

import io.iolaus.core.detect.MemberRule;
import io.iolaus.core.explain.Explanation;
import io.iolaus.core.explain.Obstacle;
import io.iolaus.core.explain.ProfileRow;
import io.iolaus.core.explain.StoredProfile;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Explanations in sentences that an analyst can put into a case.
final class Words {

  private static final int MOST_NAMES = 8;

  private Words() {}

  static String bits(double bits) {
    return String.format(Locale.ROOT, "%.1f bits", bits);
  }

  static String percent(double part) {
    return Math.round(100 * part) + " %";
  }

  /// A probability to two decimals; more where these would say that it is certain.
  static String probability(double part) {
    return String.format(Locale.ROOT, part > 0.995 || part < 0.005 ? "%.4f" : "%.2f", part);
  }

  /// What a thing is and what it is called: "device d-91f", "range 203.0.113.0/24 (Example)".
  static String name(String type, String key, String label) {
    int colon = key.indexOf(':');
    return switch (type) {
      case "PaymentInstrument" -> "instrument " + label;
      case "IpAddress" -> "address " + label;
      case "Network" -> "range " + key + (label.equals(key) ? "" : " (" + label + ")");
      case "Identifier" -> (colon < 0 ? "identifier" : key.substring(0, colon)) + " " + label;
      case "PromptFamily" -> "prompt family " + label;
      case "Pattern" -> "pattern " + label;
      default -> label;
    };
  }

  /// "3 accounts", "1 account".
  static String accounts(long count) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "account" : "accounts");
  }

  /// What an account does by which it shows a thing.
  static String shows(ProfileRow row, String label, double strength) {
    String kind = row.key().contains(":") ? row.key().substring(0, row.key().indexOf(':')) : "";
    return switch (row.type()) {
      case "PaymentInstrument" -> "it pays with " + label;
      case "IpAddress" -> "it came from " + label;
      case "Network" -> "it came from the " + name(row.type(), row.key(), label);
      case "PromptFamily" ->
          percent(strength)
              + (row.detector().equals("shared-system-prompt")
                  ? " of its system prompts are of the family "
                  : " of its prompts are of the family ")
              + label;
      case "Pattern" ->
          switch (row.detector()) {
            case "lockstep" -> "it falls silent and comes back with others (" + label + ")";
            case "model-pivot" -> "it moved to a new model with others (" + label + ")";
            case "creation-cohort" -> "it was created in a burst (" + label + ")";
            default -> "it acts at the same moments as others (" + label + ")";
          };
      case "Identifier" ->
          switch (kind) {
            case "wallet" -> "it pays from the wallet " + label;
            case "billing-name" -> "its invoices name " + label;
            case "client" -> "it uses the client " + label;
            default -> "it showed the " + kind + " " + label;
          };
      default -> "it shows " + label;
    };
  }

  /// Who else shows a thing.
  static String company(int members, int of, int elsewhere) {
    String outside = elsewhere == 0 ? "nobody else" : accounts(elsewhere) + " elsewhere";
    return String.format(
        Locale.ROOT, "so do %,d of the %,d others of the cluster and %s", members, of, outside);
  }

  static String path(Explanation.Path path, String label, int of) {
    ProfileRow row = path.row();
    return shows(row, label, path.strength())
        + ": "
        + company(path.others(), of, row.elsewhere())
        + " ("
        + bits(path.bits())
        + (row.discounted() ? "; shared infrastructure" : "")
        + ")";
  }

  static String facet(Explanation.FacetReading reading, List<MembershipExplanation.Path> paths) {
    String name = reading.facet().id();
    String without =
        String.format(
            Locale.ROOT,
            "without it: %s, would be %s",
            probability(reading.without().membership()),
            reading.without().state().text());
    if (reading.bits() < 0) {
      return String.format(
          Locale.ROOT,
          "%s speaks against it with %s: %s of the cluster are of one mind there, and it shows"
              + " something else; %s",
          name,
          bits(-reading.bits()),
          percent(reading.agreement()),
          without);
    }
    if (reading.bits() == 0) {
      return name + " says nothing: what it shares there is as common elsewhere";
    }
    return String.format(
        Locale.ROOT,
        "%s speaks for it with %s%s; %s",
        name,
        bits(reading.bits()),
        paths.isEmpty() ? "" : " (" + paths.getFirst().text() + ")",
        without);
  }

  static String obstacle(Obstacle obstacle, Explanation explanation, @Nullable String verifiedBy) {
    return switch (obstacle) {
      case CONTRACT ->
          verifiedBy
              + " vouches for it by contract, or pays for it: such accounts are never drawn into a"
              + " group";
      case LIKELIER_OUT ->
          String.format(
              Locale.ROOT,
              "all in all it is likelier out than in: %s, where more than 0 are needed",
              bits(explanation.now().bits()));
      case FEW_FACETS ->
          String.format(
              Locale.ROOT,
              "%s for it with %.0f bits or more, where %d are needed",
              speaking(MemberRule.memberFacets(explanation.now().facets())),
              MemberRule.MEMBER_FACET_BITS,
              MemberRule.FACETS);
      case ELSEWHERE ->
          "by what it shows now it would be taken in: it is at the margin, has changed since the"
              + " run, or another group knows it better";
      case CLUSTER_FOR_REVIEW -> "the cluster as a whole is for review only";
      case LEGITIMATE ->
          "those who decided about it say that it is legitimate: it is never drawn into a group";
      case IN_DOUBT ->
          String.format(
              Locale.ROOT,
              "its membership is %.2f, where a label needs %.2f",
              explanation.now().membership(),
              MemberRule.LABEL_MEMBERSHIP);
      case FEW_STRONG_FACETS ->
          String.format(
              Locale.ROOT,
              "%s for it with %.0f bits or more, where a label needs %d",
              speaking(MemberRule.labelFacets(explanation.now().facets())),
              MemberRule.LABEL_FACET_BITS,
              MemberRule.FACETS);
      case NO_PURPOSE ->
          String.format(
              Locale.ROOT,
              "its own share in what the cluster is after is %.2f, where a label needs %.2f",
              explanation.now().own(),
              MemberRule.ownShareNeeded(explanation.now().facets(), explanation.now().part()));
      case OTHER_PROMPTS -> "what it asks speaks against it";
      case BYSTANDER -> "all that ties it to the cluster is what a bystander may share as well";
      case FEW_SKELETONS ->
          "neither how it pays nor what it came with says that it belongs, and "
              + skeletons(explanation);
      case HANDFUL ->
          "what it pays or signs in with ties it to no more than a handful of the cluster, and "
              + skeletons(explanation);
      case STRANGER ->
          "how it pays, or what it came with, says that it is a stranger, and "
              + skeletons(explanation);
    };
  }

  private static String skeletons(Explanation explanation) {
    return String.format(
        Locale.ROOT,
        "it works off %d of the cluster's own skeletons, where a label then needs %d",
        explanation.now().part().skeletons(),
        MemberRule.skeletonsNeeded(
            explanation.now().facets(), explanation.now().part().anchored()));
  }

  private static String speaking(int facets) {
    return facets == 0
        ? "no facet speaks"
        : facets == 1 ? "1 facet speaks" : facets + " facets speak";
  }

  /// "a, b and c".
  static String list(List<String> parts) {
    return parts.size() < 2
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }

  /// "payment 9.1, prompt 8.0 and client −5.2".
  static String sum(Explanation explanation) {
    return list(
        explanation.facets().stream()
            .filter(f -> f.bits() != 0)
            .map(f -> String.format(Locale.ROOT, "%s %.1f", f.facet().id(), f.bits()))
            .collect(Collectors.toList()));
  }

  static String freed(List<MembershipExplanation.Link> links, Explanation.Freed freed) {
    return String.format(
        Locale.ROOT,
        "Without %s it would be %s (membership %s); without any smaller part of that it stays"
            + " what it is",
        list(names(links)),
        freed.after().state().text(),
        probability(freed.after().membership()));
  }

  /// All of them; of many the first ones, and how many more there are.
  private static List<String> names(List<MembershipExplanation.Link> links) {
    List<String> names =
        links.stream()
            .limit(MOST_NAMES)
            .map(l -> name(l.type().label(), l.key(), l.label()))
            .collect(Collectors.toList());
    if (links.size() > MOST_NAMES) {
      names.add(String.format(Locale.ROOT, "%,d more links", links.size() - MOST_NAMES));
    }
    return names;
  }

  static String tie(StoredProfile profile, ProfileRow row, String label, double worth) {
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d members and %s (%s)",
        name(row.type(), row.key(), label),
        row.members(),
        profile.size(),
        row.elsewhere() == 0 ? "nobody else" : accounts(row.elsewhere()) + " elsewhere",
        bits(worth));
  }

  static String discounted(ProfileRow row, String label) {
    return String.format(
        Locale.ROOT,
        "%s: of the independent owners that show it, the cluster being one, only %s have anything"
            + " else in common (%,d members, %,d accounts elsewhere)",
        name(row.type(), row.key(), label),
        percent(row.coverage()),
        row.members(),
        row.elsewhere());
  }
}
