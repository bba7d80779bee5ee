package io.iolaus.cypher.access;

import io.iolaus.core.access.AccessKey;
import io.iolaus.core.access.UnsealException;
import io.iolaus.core.access.UserName;
import io.iolaus.core.access.UserRole;
import io.iolaus.cypher.once.OnceClaim;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.cypher.statement.Statements;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;

/// The users of an installation. The account `admin` is always among them; its password is a file
/// of the home, and its node is made when somebody changes it. May be shared by threads.
public final class UserStore {

  private static final System.Logger log = System.getLogger(UserStore.class.getName());

  private final Driver driver;
  private final GraphReader graph;
  private final AccessKey key;
  private final Clock clock;

  public UserStore(Driver driver, AccessKey key, Clock clock) {
    this.driver = driver;
    this.graph = new GraphReader(driver);
    this.key = key;
    this.clock = clock;
  }

  /// A user and the hash of its password, null where there is none or it cannot be opened.
  public record Credentials(UserRow user, @Nullable String passwordHash) {
    @Override
    public String toString() {
      return "Credentials[" + user.name() + "]";
    }
  }

  /// Users, by name.
  public Page<UserRow> page(int limit, @Nullable PageKey after) {
    List<UserRow> all = all();
    List<UserRow> page =
        all.stream()
            .filter(user -> after == null || user.name().compareTo(after.id()) > 0)
            .limit(limit + 1L)
            .toList();
    return Page.of(page, limit, all.size(), user -> new PageKey(user.name(), user.name()));
  }

  private List<UserRow> all() {
    return withInstallation(
        graph.list("queries/access/users", Map.of(), r -> UserNode.row(r.get("user"))));
  }

  private static List<UserRow> withInstallation(List<UserRow> users) {
    return users.stream().anyMatch(UserRow::isInstallation)
        ? users
        : Stream.concat(Stream.of(UserRow.installation()), users.stream())
            .sorted(java.util.Comparator.comparing(UserRow::name))
            .toList();
  }

  /// One user.
  public Optional<UserRow> one(String name) {
    return credentials(name).map(Credentials::user);
  }

  /// One user with what its password is compared with.
  public Optional<Credentials> credentials(String name) {
    Optional<Credentials> found =
        graph.first(
            "queries/access/user",
            Map.of("name", name),
            r -> {
              UserRow user = UserNode.row(r.get("user"));
              return new Credentials(
                  user, opened(user, Fields.text(r.get("user").get(UserNode.PASSWORD))));
            });
    return found.isEmpty() && name.equals(UserName.INSTALLATION)
        ? Optional.of(new Credentials(UserRow.installation(), null))
        : found;
  }

  private @Nullable String opened(UserRow user, @Nullable String sealed) {
    if (sealed == null) {
      return null;
    }
    try {
      return key.open(user.id(), UserNode.PASSWORD, sealed);
    } catch (UnsealException e) {
      // Nobody gets in by it, and whoever administers the site must hear why.
      log.log(System.Logger.Level.WARNING, e.getMessage());
      return null;
    }
  }

  /// Makes a user whose password somebody else chose, and who must change it.
  public UserOutcome add(String name, Set<UserRole> roles, String passwordHash, String by) {
    return made(
        name, roles, id -> UserNode.password(key, id, passwordHash, true, clock.instant()), by);
  }

  /// Makes a user who has no password: the site's identity provider says who it is.
  ///
  /// @param subject whom the provider means, null for whoever first comes by this name
  public UserOutcome addForSignOn(
      String name, Set<UserRole> roles, @Nullable String subject, String by) {
    Map<String, @Nullable Object> signOn = new HashMap<>();
    signOn.put(UserNode.SIGN_ON, true);
    signOn.put(UserNode.SUBJECT, subject);
    return made(name, roles, id -> signOn, by);
  }

  private UserOutcome made(
      String name,
      Set<UserRole> roles,
      Function<String, Map<String, ? extends @Nullable Object>> shown,
      String by) {
    UserName.required(name);
    requireRoles(roles);
    try (var session = driver.session()) {
      return session.executeWrite(tx -> {
        String id = "u-" + lock(tx);
        Map<String, @Nullable Object> row = new HashMap<>(UserNode.created(id, name, roles));
        row.put("createdAt", clock.instant().atZone(ZoneOffset.UTC));
        row.put("createdBy", by);
        row.putAll(shown.apply(id));
        Optional<Record> made =
            tx.run(Statements.load("writes/access/user-create"), Map.of("row", row)).stream()
                .findFirst();
        if (made.isEmpty()) {
          return new UserOutcome.NameTaken(name);
        }
        OnceClaim.acted(tx, "user " + name);
        return new UserOutcome.Done(UserNode.row(made.get().get("user")));
      });
    }
  }

  /// Gives a user other roles, or another state. Its sessions end.
  ///
  /// @param roles, state null leaves them
  /// @param version what is changed, null for whatever there is
  public UserOutcome change(
      String name,
      @Nullable Set<UserRole> roles,
      @Nullable UserState state,
      @Nullable Long version,
      String by) {
    Map<String, @Nullable Object> set = new HashMap<>();
    if (roles != null) {
      requireRoles(roles);
      if (name.equals(UserName.INSTALLATION)) {
        throw new IllegalArgumentException(
            "admin is the installation's own administrator: it can be disabled, not given other"
                + " roles");
      }
      set.put("roles", UserNode.texts(roles));
    }
    if (state != null) {
      set.put("state", state.text());
    }
    return changed(
        name, user -> version == null || user.version() == version, user -> set, true, by);
  }

  /// Gives a user another password, which its sessions do not outlive.
  ///
  /// @param due whether the user must choose another one at once, because somebody else knows it
  public UserOutcome password(String name, String passwordHash, boolean due, String by) {
    if (name.equals(UserName.INSTALLATION)) {
      throw new IllegalArgumentException(
          "the password of admin is the file secrets/admin.password of the home: change it there"
              + " and start the server again");
    }
    return changed(
        name,
        user -> true,
        user -> {
          if (user.signOn()) {
            throw new IllegalArgumentException(
                name + " has no password here: the site's identity provider says who it is");
          }
          return UserNode.password(key, user.id(), passwordHash, due, clock.instant());
        },
        true,
        by);
  }

  /// The user whom the site's identity provider means.
  public Optional<UserRow> bySubject(String subject) {
    return graph.first(
        "queries/access/user-by-subject",
        Map.of("subject", subject),
        r -> UserNode.row(r.get("user")));
  }

  /// Ties a user who was made for it to whom the provider means, for ever.
  public UserOutcome bind(String name, String subject, String by) {
    return changed(
        name,
        user -> user.signOn() && user.subject() == null,
        user -> Map.of(UserNode.SUBJECT, subject),
        false,
        by);
  }

  /// Ends all sessions of a user.
  public UserOutcome endSessions(String name, String by) {
    return changed(name, user -> true, user -> Map.of(), true, by);
  }

  /// What to set of a user, given what it is.
  @FunctionalInterface
  interface Setting {
    Map<String, ? extends @Nullable Object> of(UserRow user);
  }

  /// Changes a user in one transaction under the lock of all users.
  UserOutcome changed(
      String name, Predicate<UserRow> unchanged, Setting setting, boolean endSessions, String by) {
    try (var session = driver.session()) {
      return session.executeWrite(tx -> {
        lock(tx);
        List<UserRow> before = users(tx);
        Optional<UserRow> found =
            withInstallation(before).stream().filter(user -> user.name().equals(name)).findFirst();
        if (found.isEmpty()) {
          return new UserOutcome.Unknown(name);
        }
        UserRow user = found.get();
        if (!unchanged.test(user)) {
          return new UserOutcome.Changed(user);
        }
        Map<String, ? extends @Nullable Object> set = setting.of(user);
        if (losesTheLast(withInstallation(before), user, set)) {
          return new UserOutcome.LastAdministrator(name);
        }
        if (!before.contains(user)) {
          Map<String, Object> row = Map.of("row", UserNode.created(user.id(), name, user.roles()));
          tx.run(Statements.load("writes/access/user-create"), row).consume();
        }
        Map<String, Object> parameters =
            Map.of(
                "name", name,
                "set", set,
                "endSessions", endSessions,
                "by", by,
                "at", clock.instant().atZone(ZoneOffset.UTC));
        return new UserOutcome.Done(
            UserNode.row(
                tx.run(Statements.load("writes/access/user-change"), parameters)
                    .single()
                    .get("user")));
      });
    }
  }

  private static boolean losesTheLast(
      List<UserRow> all, UserRow user, Map<String, ? extends @Nullable Object> set) {
    boolean stays =
        !UserState.DISABLED.text().equals(set.get("state"))
            && (!(set.get("roles") instanceof List<?> roles)
                || roles.contains(UserRole.ADMINISTRATOR.text()));
    return user.administers()
        && !stays
        && all.stream().noneMatch(other -> !other.equals(user) && other.administers());
  }

  private static List<UserRow> users(TransactionContext tx) {
    return tx.run(Statements.load("queries/access/users")).list(r -> UserNode.row(r.get("user")));
  }

  private static long lock(TransactionContext tx) {
    return tx.run(Statements.load("writes/access/lock")).single().get("next").asLong();
  }

  private static void requireRoles(Set<UserRole> roles) {
    if (roles.isEmpty()) {
      throw new IllegalArgumentException("a user needs at least one role");
    }
  }
}
