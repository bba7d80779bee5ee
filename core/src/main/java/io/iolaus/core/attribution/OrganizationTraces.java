package io.iolaus.core.attribution;

import io.iolaus.core.address.IpAddress;
import io.iolaus.core.address.IpPrefix;
import io.iolaus.core.address.IpRanges;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which accounts bear a trace of which organization: a seat it vouches for, an address in its
/// networks, its name on an invoice, a mail domain of it.
///
/// Filled by one reader, then only read; accounts and organizations are indexes.
public final class OrganizationTraces {

  static final int NOBODY = -1;

  /// An address in the networks of organizations, with all who used it.
  record Place(Set<Integer> organizations, IntArrayList accounts) {}

  private final List<KnownOrganization> organizations;
  private final Map<String, Integer> indexOf = new HashMap<>();
  private final Map<String, Set<Integer>> byDomain = new HashMap<>();
  private final Map<Long, Set<Integer>> byAsn = new HashMap<>();
  private final Map<String, Set<Integer>> byPrefix = new HashMap<>();
  private final Set<Integer> lengths = new TreeSet<>();
  private final Set<IpPrefix> prefixes = new HashSet<>();
  private final Map<Integer, Set<IpPrefix>> inside = new HashMap<>();
  private final Map<String, Set<Integer>> byBillingName = new HashMap<>();
  private final int[] seatOf;
  private final Map<Integer, Set<Integer>> mailOf = new HashMap<>();
  private final Map<Integer, Set<Integer>> invoicesOf = new HashMap<>();
  private final Map<String, Place> places = new TreeMap<>();

  /// @param organizations all there are to choose from
  /// @param accounts how many accounts there are
  public OrganizationTraces(List<KnownOrganization> organizations, int accounts) {
    this.organizations =
        organizations.stream().sorted(Comparator.comparing(KnownOrganization::id)).toList();
    this.seatOf = new int[accounts];
    Arrays.fill(seatOf, NOBODY);
    for (int o = 0; o < this.organizations.size(); o++) {
      KnownOrganization organization = this.organizations.get(o);
      int index = o;
      indexOf.put(organization.id(), o);
      organization.domains().forEach(d -> add(byDomain, lower(d), index));
      organization.asns().forEach(a -> add(byAsn, a, index));
      organization.billingNames().forEach(n -> add(byBillingName, n, index));
      for (String prefix : organization.prefixes()) {
        IpPrefix.parse(prefix)
            .filter(p -> !p.hasHostBits())
            .ifPresent(p -> {
              add(byPrefix, p.toString(), index);
              lengths.add(p.length());
              prefixes.add(p);
            });
      }
    }
  }

  private static <K> void add(Map<K, Set<Integer>> owners, K key, int organization) {
    owners.computeIfAbsent(key, k -> new TreeSet<>()).add(organization);
  }

  /// An organization vouches for the account. One that is not known is left out.
  public void seat(int account, String organization) {
    seatOf[account] = indexOf.getOrDefault(organization, NOBODY);
  }

  /// The account is under this mail domain, or one below it.
  public void mail(int account, String emailDomain) {
    String domain = lower(emailDomain);
    while (domain.contains(".")) {
      for (int organization : byDomain.getOrDefault(domain, Set.of())) {
        add(mailOf, account, organization);
      }
      domain = domain.substring(domain.indexOf('.') + 1);
    }
  }

  /// The account connected from an address, as the graph keeps it. Private and reserved addresses
  /// are no evidence.
  ///
  /// @param asn number of the network that the address is in, where it is known
  public void address(int account, String address, @Nullable Long asn) {
    if ((byAsn.isEmpty() && prefixes.isEmpty()) || !IpRanges.isEvidence(address)) {
      return;
    }
    Set<Integer> owners = owners(address, asn);
    if (!owners.isEmpty()) {
      Place place =
          places.computeIfAbsent(address, a -> new Place(new TreeSet<>(), new IntArrayList()));
      place.organizations().addAll(owners);
      place.accounts().add(account);
    }
  }

  /// Numbers of the networks that organizations name.
  public Set<Long> asns() {
    return Set.copyOf(byAsn.keySet());
  }

  /// Whether a range holds addresses of prefixes that organizations name.
  public boolean overlaps(IpPrefix range) {
    return inside.computeIfAbsent(range.length(), this::inside).contains(range)
        || lengths.stream()
            .filter(length -> length < range.length())
            .anyMatch(l -> prefixes.contains(new IpPrefix(range.address().truncatedTo(l), l)));
  }

  /// The ranges of neighbours ({@link IpRanges#neighbourhood}) that prefixes of organizations meet.
  ///
  /// @param most how many there may be
  /// @return empty where there are more
  public Optional<Set<String>> neighbourhoods(int most) {
    Set<String> all = new TreeSet<>();
    for (IpPrefix prefix : prefixes) {
      Optional<List<String>> some = IpRanges.neighbourhoods(prefix, most);
      if (some.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(some.get());
      if (all.size() > most) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  /// The ranges of one length in which a prefix lies.
  private Set<IpPrefix> inside(int length) {
    return prefixes.stream()
        .filter(p -> p.length() >= length)
        .map(p -> new IpPrefix(p.address().truncatedTo(length), length))
        .collect(Collectors.toSet());
  }

  /// Whether any organization names a prefix.
  public boolean hasPrefixes() {
    return !prefixes.isEmpty();
  }

  private Set<Integer> owners(String text, @Nullable Long asn) {
    int slash = text.indexOf('/');
    IpAddress address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash)).orElseThrow();
    Set<Integer> owners =
        new TreeSet<>(asn == null ? Set.<Integer>of() : byAsn.getOrDefault(asn, Set.of()));
    for (int length : lengths) {
      if (!address.isV4() || length <= 32) {
        String prefix = new IpPrefix(address.truncatedTo(length), length).toString();
        owners.addAll(byPrefix.getOrDefault(prefix, Set.of()));
      }
    }
    return owners;
  }

  /// The account is invoiced under this name.
  public void billingName(int account, String name) {
    for (int organization : byBillingName.getOrDefault(name, Set.of())) {
      add(invoicesOf, account, organization);
    }
  }

  /// Names on invoices that organizations go by.
  public Set<String> billingNames() {
    return Set.copyOf(byBillingName.keySet());
  }

  int accounts() {
    return seatOf.length;
  }

  List<KnownOrganization> organizations() {
    return organizations;
  }

  /// The organization that vouches for an account, or {@link #NOBODY}.
  int seatOf(int account) {
    return seatOf[account];
  }

  /// Organizations under whose mail domains accounts are, by account.
  Map<Integer, Set<Integer>> mail() {
    return mailOf;
  }

  /// Organizations in whose name accounts are invoiced, by account.
  Map<Integer, Set<Integer>> invoices() {
    return invoicesOf;
  }

  /// Addresses in networks of organizations.
  Collection<Place> places() {
    return places.values();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
