package io.iolaus.cypher.access;

import io.iolaus.core.access.AccessKey;
import io.iolaus.core.access.RecoveryCodes;
import io.iolaus.core.access.Totp;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.statement.Statements;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

/// The second factors of users: secrets of one-time codes, and codes for when the device is lost.
/// Both are sealed. May be shared by threads and processes: of two that come with one code, one is
/// let in.
///
/// Sealed values that the key does not open end in {@link io.iolaus.core.access.UnsealException}.
public final class SecondFactorStore {

  private static final String PENDING = "pendingFactor";

  private final Driver driver;
  private final GraphReader graph;
  private final UserStore users;
  private final AccessKey key;
  private final Clock clock;

  public SecondFactorStore(Driver driver, UserStore users, AccessKey key, Clock clock) {
    this.driver = driver;
    this.graph = new GraphReader(driver);
    this.users = users;
    this.key = key;
    this.clock = clock;
  }

  /// A secret for a user's device, which counts when {@link #confirm} has seen a code of it; one
  /// that was begun before counts no more.
  ///
  /// @return empty where there is no such user
  public Optional<Totp> begin(String name) {
    Totp totp = Totp.generated();
    UserOutcome outcome =
        users.changed(
            name,
            user -> true,
            user -> Map.of(PENDING, key.seal(user.id(), PENDING, totp.secret())),
            false,
            name);
    return outcome instanceof UserOutcome.Done ? Optional.of(totp) : Optional.empty();
  }

  /// What became of a confirmation.
  ///
  /// @param user as it is now
  /// @param codes the recovery codes, which nobody can read again
  public record Confirmed(UserRow user, List<String> codes) {}

  /// Makes the secret that was begun the user's second factor, if this is a code of it. Its
  /// sessions end.
  public Optional<Confirmed> confirm(String name, String code) {
    Optional<Value> node = node(name);
    @Nullable String sealed = node.map(n -> Fields.text(n.get(PENDING))).orElse(null);
    if (node.isEmpty() || sealed == null) {
      return Optional.empty();
    }
    UserRow user = UserNode.row(node.get());
    Totp totp = Totp.of(key.open(user.id(), PENDING, sealed));
    OptionalLong step = totp.step(code, clock.instant(), -1);
    if (step.isEmpty()) {
      return Optional.empty();
    }
    List<String> codes = RecoveryCodes.generated();
    Map<String, @Nullable Object> set = new HashMap<>();
    set.put(PENDING, null);
    set.put(UserNode.SECOND_FACTOR, key.seal(user.id(), UserNode.SECOND_FACTOR, totp.secret()));
    set.put("secondFactorAt", clock.instant().atZone(ZoneOffset.UTC));
    set.put("factorStep", step.getAsLong());
    set.put(UserNode.RECOVERY, sealed(user, codes.stream().map(this::digest).toList()));
    return users.changed(name, now -> now.version() == user.version(), now -> set, true, name)
            instanceof UserOutcome.Done(UserRow now)
        ? Optional.of(new Confirmed(now, codes))
        : Optional.empty();
  }

  /// Whether this is a code of the user's device, or one of its recovery codes; it is used up then.
  public boolean use(String name, String code) {
    Optional<Value> node = node(name);
    @Nullable String sealed =
        node.map(n -> Fields.text(n.get(UserNode.SECOND_FACTOR))).orElse(null);
    if (node.isEmpty() || sealed == null) {
      return false;
    }
    UserRow user = UserNode.row(node.get());
    long used = node.get().get("factorStep").asLong(-1);
    OptionalLong step =
        Totp.of(key.open(user.id(), UserNode.SECOND_FACTOR, sealed))
            .step(code.strip(), clock.instant(), used);
    if (step.isPresent()) {
      return written(
          "writes/access/factor-step",
          Map.of("name", name, "sealed", sealed, "step", step.getAsLong()));
    }
    return useRecovery(user, Fields.text(node.get().get(UserNode.RECOVERY)), code);
  }

  private boolean useRecovery(UserRow user, @Nullable String sealed, String code) {
    if (sealed == null) {
      return false;
    }
    List<String> left = new ArrayList<>(digests(user, sealed));
    return left.remove(digest(RecoveryCodes.normalized(code)))
        && written(
            "writes/access/recovery-use",
            Map.of("name", user.name(), "sealed", sealed, "left", sealed(user, left)));
  }

  /// How many recovery codes a user has left.
  public int recoveryCodes(String name) {
    return node(name)
        .map(n -> {
          @Nullable String sealed = Fields.text(n.get(UserNode.RECOVERY));
          return sealed == null ? 0 : digests(UserNode.row(n), sealed).size();
        })
        .orElse(0);
  }

  /// Takes a user's second factor away. Its sessions end.
  public UserOutcome off(String name, String by) {
    Map<String, @Nullable Object> set = new HashMap<>();
    for (String field :
        List.of(
            PENDING, UserNode.SECOND_FACTOR, "secondFactorAt", "factorStep", UserNode.RECOVERY)) {
      set.put(field, null);
    }
    return users.changed(name, user -> true, user -> set, true, by);
  }

  private Optional<Value> node(String name) {
    return graph.first("queries/access/user", Map.of("name", name), r -> r.get("user"));
  }

  private boolean written(String statement, Map<String, Object> parameters) {
    try (var session = driver.session()) {
      return session.executeWrite(tx -> tx.run(Statements.load(statement), parameters).hasNext());
    }
  }

  /// Recovery codes are random: a keyed digest of them needs no slow hash.
  private String digest(String code) {
    return key.digest(UserNode.RECOVERY, code);
  }

  private String sealed(UserRow user, List<String> digests) {
    return key.seal(user.id(), UserNode.RECOVERY, String.join("\n", digests));
  }

  private List<String> digests(UserRow user, String sealed) {
    return key.open(user.id(), UserNode.RECOVERY, sealed).lines().toList();
  }
}
