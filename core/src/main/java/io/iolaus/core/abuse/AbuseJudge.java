package io.iolaus.core.abuse;

import io.iolaus.core.abuse.Signal.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Judges whether a group that is run as one is also up to no good.
///
/// A family, a company and an extraction campaign all are "one operator". What sets the third apart
/// is that two things come together: a *purpose* (prompts from a few skeletons that nobody else
/// uses, aimed at few capabilities) and a *manner* (hidden behind proxies and disposable cards,
/// replaced when banned, awake like a machine). Either alone is innocent somewhere: a company has
/// one system prompt, a privacy-minded person a VPN. So the score is a weighted geometric mean of
/// the two sides, lessened where few accounts or few days are behind it. The manner weighs more:
/// innocent groups of one purpose are many, and a reseller that hides its purpose among its
/// customers' traffic has the manner all the same. Every figure is held against the population of
/// the same run, so that no absolute threshold on volume is needed.
public final class AbuseJudge {

  /// Companies pay with one virtual card as well: that counts a quarter.
  private static final double COMPANY_CARD = 0.25;

  /// A group whose mix differs by less than this aims at nothing.
  private static final double MIN_AIM = 0.25;

  /// Of a group with more texts of its own than this, who sends none of them has no part in what it
  /// is after, whatever else it asks for.
  private static final double KNOWN_BY_TEXTS = 0.15;

  private static final double NO_SHARE = 0.05;

  /// What most of a group works off, however rarely, is the group's, but little of what it does.
  private static final double SEVERAL = 0.35;

  /// The purpose of a group that passes cards around, were nothing known of it but its manner:
  /// enough for a look, and far from enough for a label.
  private static final double UNKNOWN_PURPOSE = 0.05;

  /// What one device image, one scheduler or one computer room explains as well counts this much.
  private static final double INNOCENT_CAUSE = 0.35;

  /// Build farms are in step for many payers, a computer room serves many, and a company's seats
  /// have machines of their own: so much is added where one payer drives a crowd in step, or nearly
  /// all of a crowd from machines they share. A small company may do both.
  private static final double ONE_PAYER = 0.4;

  /// A company gives its people addresses of its own; a young one may not: one instrument that pays
  /// for accounts under everybody's mail domains counts a quarter, and somewhat more for many.
  private static final double NAMELESS = 0.25;

  private static final double NAMELESS_CROWD = 0.1;

  /// What a company with a mail domain of its own does for good reasons as well, such as paying
  /// with several cards, counts less by this part.
  private static final double NAMED = 0.5;

  /// How much the manner weighs in the score, the purpose having the rest.
  private static final double MANNER = 0.75;

  /// Disposable instruments of fewer payers than this are somebody's habit.
  private static final int MIN_PAYERS = 3;

  private static final List<String> HIDING = List.of("proxy", "vpn");
  private static final List<String> DISPOSABLE = List.of("prepaid", "virtual");

  private final List<AccountTraits> population;
  private final Map<String, Double> capabilityMix;
  private final double hidingBase;
  private final double disposableBase;
  private final double prefixesBase;
  private final double suspendedBase;

  /// @param population traits of all accounts, by index
  public AbuseJudge(List<AccountTraits> population) {
    this.population = population;
    int[] all = new int[population.size()];
    for (int a = 0; a < all.length; a++) {
      all[a] = a;
    }
    this.capabilityMix = mix(all);
    this.hidingBase = mean(all, this::hiding);
    this.disposableBase = mean(all, this::disposable);
    this.prefixesBase = mean(all, AbuseJudge::prefixesPerDay);
    this.suspendedBase = mean(all, t -> t.suspended() ? 1 : 0);
  }

  /// Judges later accounts by what is usual among others.
  ///
  /// @param population traits of all accounts, by index
  /// @param usual what is usual
  public AbuseJudge(List<AccountTraits> population, AbuseJudge usual) {
    this.population = population;
    this.capabilityMix = usual.capabilityMix;
    this.hidingBase = usual.hidingBase;
    this.disposableBase = usual.disposableBase;
    this.prefixesBase = usual.prefixesBase;
    this.suspendedBase = usual.suspendedBase;
  }

  /// Judges a group.
  ///
  /// @param members indexes of the accounts that it is judged by
  /// @param asked indexes of accounts whose share in what the group is after is asked for, the
  ///   members among them
  /// @param ownSkeletons for each of these the share of its prompts, 0..1, that come from skeletons
  ///   that hardly anybody outside the group uses; NaN where nothing is known of its prompts
  public AbuseReport judge(
      int[] members, int[] asked, IntToDoubleFunction ownSkeletons, GroupShape shape) {
    List<Signal> signals = new ArrayList<>();
    Map<Integer, Double> own = new HashMap<>();
    Map<Integer, Double> aims = new HashMap<>();
    Map<String, Double> target = mix(members);
    double skeletons = 0;
    for (int member : members) {
      double share = ownSkeletons.applyAsDouble(member);
      skeletons += Double.isNaN(share) ? 0 : share / members.length;
    }
    for (int account : asked) {
      double share = ownSkeletons.applyAsDouble(account);
      boolean others = share < NO_SHARE && skeletons >= KNOWN_BY_TEXTS;
      double aim = others ? 0 : aim(account, target);
      own.put(account, Double.isNaN(share) ? aim : Math.max(share, aim));
      aims.put(account, aim);
    }
    signals.add(
        new Signal(
            "own-skeletons",
            Kind.PURPOSE,
            ramp(skeletons, 0.05, 0.35),
            percent(skeletons) + " of prompts from skeletons that hardly anybody else uses"));
    signals.add(
        new Signal(
            "several-skeletons",
            Kind.PURPOSE,
            ramp(shape.several(), 0.3, 0.6) * SEVERAL,
            percent(shape.several())
                + " of accounts work off two or more of the group's own skeletons"));
    double distance = distance(target, capabilityMix);
    signals.add(
        new Signal(
            "capability-targeting",
            Kind.PURPOSE,
            ramp(distance, 0.25, 0.7),
            "capability mix differs from everybody's by " + percent(distance)));

    double hiding = mean(members, this::hiding);
    signals.add(
        lift(
            "hidden-networks",
            hiding,
            hidingBase,
            percent(hiding) + " of traffic through proxies or VPNs"));
    signals.add(disposable(members, shape));
    boolean domains = !Double.isNaN(shape.ownDomain());
    double named = domains ? 1 - NAMED * ramp(shape.ownDomain(), 0.3, 0.6) : 1;
    double nameless = domains ? 1 - ramp(shape.ownDomain(), 0.1, 0.3) : 0;
    Signal split = split(shape, named);
    signals.add(split);
    double prefixes = mean(members, AbuseJudge::prefixesPerDay);
    signals.add(
        new Signal(
            "rotating-addresses",
            Kind.MANNER,
            ramp(prefixes / Math.max(0.2, prefixesBase), 1.5, 4),
            String.format(
                Locale.ROOT, "%.1f neighbourhoods of addresses an active day", prefixes)));
    double onePayer = ramp(shape.largestInstrument(), 0.3, 0.6);
    double crowd = ramp(members.length, 20, 60);
    double suspended = mean(members, t -> t.suspended() ? 1 : 0);
    signals.add(
        lift(
            "replaced",
            suspended,
            suspendedBase,
            percent(suspended) + " of accounts were suspended or decided to be fraudulent"));
    signals.add(
        new Signal(
            "shared-devices",
            Kind.MANNER,
            ramp(shape.sharedDevices(), 0.2, 0.7) * INNOCENT_CAUSE * named
                + ramp(shape.sharedDevices(), 0.8, 0.95) * ONE_PAYER * onePayer * crowd,
            percent(shape.sharedDevices()) + " of accounts on a device or phone of other members"));
    signals.add(
        new Signal(
            "in-step",
            Kind.MANNER,
            ramp(shape.inStep(), 0.2, 0.7) * (INNOCENT_CAUSE + ONE_PAYER * onePayer * crowd),
            percent(shape.inStep()) + " of accounts act at the same moments"));
    signals.add(
        new Signal(
            "nameless",
            Kind.MANNER,
            beyond(nameless * (NAMELESS + NAMELESS_CROWD * crowd) * onePayer, split.value()),
            domains
                ? percent(shape.ownDomain()) + " of accounts under a mail domain of the group's own"
                : "too little is known of mail domains"));
    double wakefulness = wakefulness(members);
    signals.add(
        new Signal(
            "round-the-clock",
            Kind.MANNER,
            ramp(wakefulness, 0.9, 0.99) * 0.15,
            "hours of the day used to " + percent(wakefulness)));

    signals.add(size(members.length));
    signals.add(persistence(members, shape.spans()));
    return new AbuseReport(score(signals, UNKNOWN_PURPOSE * split.value()), signals, own, aims);
  }

  /// Weighted geometric mean of the two sides, each a noisy-or of its signals, times the scale
  /// signals.
  ///
  /// @param least what the purpose is at least
  private static double score(List<Signal> signals, double least) {
    double noPurpose = 1;
    double noManner = 1;
    double scale = 1;
    for (Signal signal : signals) {
      switch (signal.kind()) {
        case PURPOSE -> noPurpose *= 1 - signal.value();
        case MANNER -> noManner *= 1 - signal.value();
        case SCALE -> scale *= signal.value();
      }
    }
    double purpose = Math.max(least, 1 - noPurpose);
    return Math.pow(purpose, 1 - MANNER) * Math.pow(1 - noManner, MANNER) * scale;
  }

  /// A household or a start-up explains up to eight accounts that share everything.
  private static Signal size(int members) {
    return new Signal("size", Kind.SCALE, ramp(members, 5, 14), members + " accounts");
  }

  /// A course, a hackathon or a burst of curiosity is over within days, however long the accounts
  /// themselves live. Who was suspended did not leave off: counted are those who could go on.
  private Signal persistence(int[] members, int[] spans) {
    boolean all = Arrays.stream(members).allMatch(member -> population.get(member).suspended());
    int[] sorted =
        IntStream.range(0, members.length)
            .filter(i -> all || !population.get(members[i]).suspended())
            .map(i -> spans[i])
            .sorted()
            .toArray();
    int span = sorted.length == 0 ? 0 : sorted[sorted.length / 3];
    return new Signal(
        "persistence",
        Kind.SCALE,
        ramp(span, 2, 8),
        "two accounts in three at it over " + span + " days or more");
  }

  /// What a signal adds to another one of the same cause: the stronger of them counts.
  private static double beyond(double value, double other) {
    return value <= other ? 0 : (value - other) / (1 - other);
  }

  /// A share against its share among everybody: nothing below twice the base, all at four times and
  /// a half of the whole.
  private static Signal lift(String id, double share, double base, String text) {
    double value = Math.min(ramp(share / Math.max(0.02, base), 1.5, 4), ramp(share, 0.1, 0.5));
    return new Signal(id, Kind.MANNER, value, text + ", " + percent(base) + " among everybody");
  }

  /// How far an account's capability mix has gone from everybody's to the group's, 0..1.
  private double aim(int member, Map<String, Double> target) {
    Map<String, Double> own = mix(new int[] {member});
    double way = distance(target, capabilityMix);
    if (own.isEmpty() || way < MIN_AIM) {
      return 0;
    }
    return Math.clamp(1 - distance(own, target) / way, 0, 1);
  }

  private Map<String, Double> mix(int[] members) {
    Map<String, Double> mix = new TreeMap<>();
    double accounts = 0;
    for (int member : members) {
      Map<String, Long> counts = population.get(member).capabilities();
      double sum = counts.values().stream().mapToLong(Long::longValue).sum();
      if (sum > 0) {
        accounts++;
        // by account, not by volume: a few heavy users must not set the standard
        counts.forEach((capability, count) -> mix.merge(capability, count / sum, Double::sum));
      }
    }
    double total = Math.max(1, accounts);
    mix.replaceAll((capability, value) -> value / total);
    return mix;
  }

  /// Total variation distance of two mixes, 0..1; 0 where one of them is empty.
  private static double distance(Map<String, Double> a, Map<String, Double> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    double sum = 0;
    for (Map.Entry<String, Double> entry : a.entrySet()) {
      sum += Math.max(0, entry.getValue() - b.getOrDefault(entry.getKey(), 0.0));
    }
    return sum;
  }

  private double hiding(AccountTraits traits) {
    return share(traits.networkUse(), HIDING);
  }

  /// Counted by payer: a company on one virtual card has one, whatever its seats.
  private Signal disposable(int[] members, GroupShape shape) {
    double payers = 0;
    double sum = 0;
    double[] weights = shape.payers();
    for (int i = 0; i < members.length; i++) {
      AccountTraits traits = population.get(members[i]);
      if (!traits.instruments().isEmpty()) {
        payers += weights[i];
        sum += weights[i] * disposable(traits);
      }
    }
    double share = payers == 0 ? 0 : sum / payers;
    Signal signal =
        lift(
            "disposable-instruments",
            share,
            disposableBase,
            percent(share) + " of instruments prepaid or virtual");
    return payers >= MIN_PAYERS
        ? signal
        : new Signal(
            signal.id(),
            signal.kind(),
            signal.value() * COMPANY_CARD,
            signal.text() + ", of fewer than 3 payers");
  }

  /// Many instruments with a few accounts on each: a company pays with one or two, strangers with
  /// one each.
  private static Signal split(GroupShape shape, double named) {
    double value =
        named
            * ramp(shape.instruments(), 2, 6)
            * ramp(shape.onInstruments(), 0.2, 0.5)
            * (1 - ramp(shape.largestInstrument(), 0.5, 0.8));
    return new Signal(
        "split-payment",
        Kind.MANNER,
        value,
        percent(shape.onInstruments())
            + " of accounts on "
            + shape.instruments()
            + " instruments that several of them use");
  }

  private double disposable(AccountTraits traits) {
    Map<String, Long> counts = new HashMap<>();
    traits.instruments().forEach((kind, count) -> counts.put(kind, (long) count));
    return share(counts, DISPOSABLE);
  }

  private static double share(Map<String, Long> counts, List<String> of) {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    long some = of.stream().mapToLong(key -> counts.getOrDefault(key, 0L)).sum();
    return all == 0 ? 0 : some / (double) all;
  }

  private static double prefixesPerDay(AccountTraits traits) {
    return traits.activeDays() == 0 ? 0 : traits.prefixes() / (double) traits.activeDays();
  }

  /// Entropy of the hours of the day over all members, as a part of its maximum.
  private double wakefulness(int[] members) {
    double[] hours = new double[24];
    double sum = 0;
    for (int member : members) {
      AccountTraits traits = population.get(member);
      long all = Arrays.stream(traits.hours()).sum();
      for (int h = 0; h < 24 && all > 0; h++) {
        hours[h] += traits.hours()[h] / (double) all;
      }
      sum += all > 0 ? 1 : 0;
    }
    double entropy = 0;
    for (double hour : hours) {
      double p = sum == 0 ? 0 : hour / sum;
      entropy -= p == 0 ? 0 : p * Math.log(p);
    }
    return entropy / Math.log(24);
  }

  private double mean(int[] members, ToDoubleFunction<AccountTraits> of) {
    double sum = 0;
    for (int member : members) {
      sum += of.applyAsDouble(population.get(member));
    }
    return members.length == 0 ? 0 : sum / members.length;
  }

  private static double ramp(double value, double from, double to) {
    return Math.clamp((value - from) / (to - from), 0, 1);
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }
}
