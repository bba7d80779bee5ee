package io.iolaus.cypher.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.iolaus.core.access.AccessKey;
import io.iolaus.core.access.Totp;
import io.iolaus.core.access.UserRole;
import io.iolaus.cypher.access.UserOutcome.Changed;
import io.iolaus.cypher.access.UserOutcome.Done;
import io.iolaus.cypher.access.UserOutcome.LastAdministrator;
import io.iolaus.cypher.access.UserOutcome.NameTaken;
import io.iolaus.cypher.access.UserOutcome.Unknown;
import io.iolaus.cypher.test.Neo4jTest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

@Neo4jTest
class UserStoreIT {

  private static final AccessKey KEY = AccessKey.of(new byte[32]);
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final Set<UserRole> ADMIN = Set.of(UserRole.ADMINISTRATOR);

  private UserStore users;
  private SecondFactorStore factors;

  @BeforeEach
  void empty(Driver driver) {
    try (var session = driver.session()) {
      session.run("MATCH (n:User) DETACH DELETE n").consume();
    }
    users = new UserStore(driver, KEY, CLOCK);
    factors = new SecondFactorStore(driver, users, KEY, CLOCK);
  }

  private UserRow added(String name, Set<UserRole> roles) {
    return done(users.add(name, roles, "hash of " + name, "admin"));
  }

  private static UserRow done(UserOutcome outcome) {
    assertThat(outcome).isInstanceOf(Done.class);
    return ((Done) outcome).user();
  }

  @Test
  void theInstallationsAccountIsThereWithoutANode(Driver driver) {
    assertThat(users.page(10, null).items()).containsExactly(UserRow.installation());
    try (var session = driver.session()) {
      assertThat(session.run("MATCH (n:User) RETURN n").list()).isEmpty();
    }
  }

  @Test
  void aUserIsReadAsItWasMade() {
    UserRow made = added("ann", Set.of(UserRole.ANALYST, UserRole.DETECTOR_AUTHOR));
    assertThat(made.passwordDue()).isTrue();
    assertThat(made.createdAt()).isEqualTo(NOW);
    assertThat(made.createdBy()).isEqualTo("admin");
    assertThat(users.one("ann")).hasValue(made);
    assertThat(users.credentials("ann").orElseThrow().passwordHash()).isEqualTo("hash of ann");
    assertThat(users.add("ann", ADMIN, "x", "admin")).isEqualTo(new NameTaken("ann"));
    assertThat(users.one("bob")).isEmpty();
  }

  @Test
  void listsByNameInPages() {
    added("bob", ADMIN);
    added("abe", ADMIN);
    var first = users.page(2, null);
    assertThat(first.items()).extracting(UserRow::name).containsExactly("abe", "admin");
    assertThat(first.total()).isEqualTo(3);
    assertThat(users.page(2, first.next()).items())
        .extracting(UserRow::name)
        .containsExactly("bob");
  }

  /// What a detector's author or a thief of a dump sees.
  @Test
  void theGraphHoldsNothingThatOpensAnything(Driver driver) {
    added("ann", ADMIN);
    String secret = factors.begin("ann").orElseThrow().secret();
    List<String> codes = factors.confirm("ann", Totp.of(secret).code(NOW)).orElseThrow().codes();
    factors.begin("ann");
    try (var session = driver.session()) {
      String all = session.run("MATCH (u:User) RETURN u {.*} AS u").list().toString();
      assertThat(all).contains("s1.").doesNotContain("hash of ann", secret, codes.getFirst());
    }
  }

  @Test
  void aSealedPasswordDoesNotOpenForAnotherUserOrUnderAnotherKey(Driver driver) {
    added("ann", ADMIN);
    added("eve", Set.of(UserRole.VIEWER));
    try (var session = driver.session()) {
      session
          .run("MATCH (a:User {name: 'ann'}), (e:User {name: 'eve'}) SET a.password = e.password")
          .consume();
    }
    assertThat(users.credentials("ann").orElseThrow().passwordHash()).isNull();
    byte[] other = new byte[32];
    other[0] = 1;
    assertThat(
            new UserStore(driver, AccessKey.of(other), CLOCK)
                .credentials("eve")
                .orElseThrow()
                .passwordHash())
        .isNull();
  }

  @Test
  void aChangeOfWhatSomebodyElseChangedIsRefused() {
    UserRow read = added("ann", Set.of(UserRole.VIEWER));
    UserRow changed =
        done(users.change("ann", Set.of(UserRole.ANALYST), null, read.version(), "admin"));
    assertThat(changed.version()).isEqualTo(read.version() + 1);
    assertThat(changed.epoch()).isEqualTo(read.epoch() + 1);
    assertThat(users.change("ann", Set.of(UserRole.LEAD), null, read.version(), "other"))
        .isEqualTo(new Changed(changed));
    assertThat(users.change("bob", ADMIN, null, null, "admin")).isEqualTo(new Unknown("bob"));
    assertThatThrownBy(() -> users.change("ann", Set.of(), null, null, "admin"))
        .hasMessageContaining("at least one role");
  }

  @Test
  void theLastAdministratorStays() {
    assertThat(users.change("admin", null, UserState.DISABLED, null, "admin"))
        .isEqualTo(new LastAdministrator("admin"));
    added("ann", ADMIN);
    done(users.change("admin", null, UserState.DISABLED, null, "ann"));
    assertThat(users.change("ann", null, UserState.DISABLED, null, "ann"))
        .isEqualTo(new LastAdministrator("ann"));
    assertThat(users.change("ann", Set.of(UserRole.LEAD), null, null, "ann"))
        .isEqualTo(new LastAdministrator("ann"));
    assertThat(users.one("ann").orElseThrow().roles()).isEqualTo(ADMIN);
    done(users.change("admin", null, UserState.ACTIVE, null, "ann"));
    done(users.change("ann", Set.of(UserRole.LEAD), null, null, "admin"));
  }

  @Test
  void ofAdministratorsWhoDisableEachOtherAtOnceOneStays() throws Exception {
    for (int round = 0; round < 5; round++) {
      String a = "a" + round + "x";
      String b = "b" + round + "x";
      added(a, ADMIN);
      added(b, ADMIN);
      done(users.change("admin", null, UserState.DISABLED, null, a));
      List<Callable<UserOutcome>> both =
          List.of(
              () -> users.change(a, null, UserState.DISABLED, null, b),
              () -> users.change(b, null, UserState.DISABLED, null, a));
      List<UserOutcome> outcomes = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        for (Future<UserOutcome> future : threads.invokeAll(both)) {
          outcomes.add(future.get());
        }
      }
      assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
      done(users.change("admin", null, UserState.ACTIVE, null, a));
      for (String name : List.of(a, b)) {
        done(users.change(name, null, UserState.DISABLED, null, "admin"));
      }
    }
  }

  @Test
  void aCodeIsGoodOnce() {
    added("ann", ADMIN);
    Totp totp = factors.begin("ann").orElseThrow();
    assertThat(factors.confirm("ann", "000000")).isEmpty();
    assertThat(users.one("ann").orElseThrow().secondFactor()).isFalse();
    var confirmed = factors.confirm("ann", totp.code(NOW)).orElseThrow();
    assertThat(confirmed.user().secondFactor()).isTrue();
    // The code that confirmed it is used.
    assertThat(factors.use("ann", totp.code(NOW))).isFalse();
    assertThat(factors.use("ann", totp.code(NOW.plusSeconds(30)))).isTrue();
    assertThat(factors.use("ann", totp.code(NOW.plusSeconds(30)))).isFalse();
    String recovery = confirmed.codes().getFirst();
    assertThat(factors.use("ann", recovery)).isTrue();
    assertThat(factors.use("ann", recovery)).isFalse();
    assertThat(factors.recoveryCodes("ann")).isEqualTo(9);
    assertThat(done(factors.off("ann", "admin")).secondFactor()).isFalse();
    assertThat(factors.use("ann", confirmed.codes().getLast())).isFalse();
  }

  @Test
  void ofTwoWhoComeWithOneCodeAtOnceOneIsLetIn() throws Exception {
    added("ann", ADMIN);
    Totp totp = factors.begin("ann").orElseThrow();
    String recovery = factors.confirm("ann", totp.code(NOW)).orElseThrow().codes().getFirst();
    for (String code : List.of(totp.code(NOW.plusSeconds(30)), recovery)) {
      List<Callable<Boolean>> many =
          java.util.Collections.nCopies(6, () -> factors.use("ann", code));
      int in = 0;
      try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
        for (Future<Boolean> future : threads.invokeAll(many)) {
          in += future.get() ? 1 : 0;
        }
      }
      assertThat(in).as(code.length() + " characters").isEqualTo(1);
    }
  }
}
