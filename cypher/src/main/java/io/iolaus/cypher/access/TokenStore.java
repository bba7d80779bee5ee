package io.iolaus.cypher.access;

import io.iolaus.core.access.AccessKey;
import io.iolaus.core.access.TokenText;
import io.iolaus.core.access.UserRole;
import io.iolaus.cypher.once.OnceClaim;
import io.iolaus.cypher.read.Fields;
import io.iolaus.cypher.read.GraphReader;
import io.iolaus.cypher.read.Page;
import io.iolaus.cypher.read.PageKey;
import io.iolaus.cypher.statement.Statements;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Value;

/// The tokens of users. Of each the graph holds a keyed digest; the token itself is shown once, to
/// who makes it. May be shared by threads.
public final class TokenStore {

  /// How long a token is good at most.
  public static final Duration LONGEST = Duration.ofDays(400);

  /// How many good ones a user may have.
  public static final int MOST = 50;

  private static final int MAX_NAME = 100;

  private static final String PURPOSE = "token";

  private final Driver driver;
  private final GraphReader graph;
  private final AccessKey key;
  private final Clock clock;

  public TokenStore(Driver driver, AccessKey key, Clock clock) {
    this.driver = driver;
    this.graph = new GraphReader(driver);
    this.key = key;
    this.clock = clock;
  }

  /// A token that was just made.
  public record Made(TokenRow row, TokenText token) {}

  /// Makes a token of a user.
  ///
  /// @param scopes must be what the owner's roles include
  /// @return empty if the owner has too many
  public Optional<Made> make(String owner, String name, Set<UserRole> scopes, Instant expiresAt) {
    Instant now = clock.instant();
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new IllegalArgumentException(
          "name must have 1.." + MAX_NAME + " characters, had " + name.strip().length());
    }
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException("a token needs at least one scope");
    }
    if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
      throw new IllegalArgumentException(
          "expiresAt must be within "
              + LONGEST.toDays()
              + " days from now, at the latest "
              + now.plus(LONGEST)
              + ", was "
              + expiresAt);
    }
    TokenText token = TokenText.generated();
    Map<String, Object> row = new HashMap<>();
    row.put("id", token.id());
    row.put("owner", owner);
    row.put("name", name);
    row.put("scopes", UserNode.texts(scopes));
    row.put("digest", digest(token));
    row.put("createdAt", now.atZone(ZoneOffset.UTC));
    row.put("expiresAt", expiresAt.atZone(ZoneOffset.UTC));
    return written("writes/access/token-create", Map.of("row", row, "most", MOST))
        .map(made -> new Made(made, token));
  }

  /// The token that somebody sends, if it is one of ours, is not revoked and not expired. Notes the
  /// day.
  public Optional<TokenRow> good(TokenText token) {
    Instant now = clock.instant();
    Optional<TokenRow> found =
        graph
            .first(
                "queries/access/token",
                Map.of("id", token.id()),
                r -> Optional.of(r.get("token")).filter(node -> isOf(node, token)))
            .flatMap(node -> node)
            .map(TokenStore::row)
            .filter(row -> row.isGood(now));
    found.ifPresent(row -> used(row, LocalDate.ofInstant(now, ZoneOffset.UTC)));
    return found;
  }

  private boolean isOf(Value node, TokenText token) {
    return MessageDigest.isEqual(
        node.get("digest").asString().getBytes(StandardCharsets.US_ASCII),
        digest(token).getBytes(StandardCharsets.US_ASCII));
  }

  private void used(TokenRow row, LocalDate day) {
    if (row.lastUsed() != null && !row.lastUsed().isBefore(day)) {
      return;
    }
    try (var session = driver.session()) {
      session.executeWriteWithoutResult(tx ->
          tx.run(Statements.load("writes/access/token-used"), Map.of("id", row.id(), "day", day))
              .consume());
    }
  }

  /// One token, good or not.
  public Optional<TokenRow> one(String id) {
    return graph.first("queries/access/token", Map.of("id", id), r -> row(r.get("token")));
  }

  /// Tokens, the latest first.
  ///
  /// @param owner null for everybody's
  public Page<TokenRow> page(@Nullable String owner, int limit, @Nullable PageKey after) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("owner", owner);
    List<TokenRow> all = graph.list("queries/access/tokens", parameters, r -> row(r.get("token")));
    List<TokenRow> page =
        all.stream().filter(row -> after == null || isAfter(row, after)).limit(limit + 1L).toList();
    return Page.of(page, limit, all.size(), row -> new PageKey(millis(row), row.id()));
  }

  private static boolean isAfter(TokenRow row, PageKey key) {
    int order = Double.compare(millis(row), (Double) key.value());
    return order < 0 || (order == 0 && row.id().compareTo(key.id()) > 0);
  }

  private static double millis(TokenRow row) {
    return row.createdAt().toEpochMilli();
  }

  /// Revokes a token; a second call changes nothing.
  ///
  /// @param owner whose it must be, null for anybody's
  /// @return the token, empty where there is none
  public Optional<TokenRow> revoke(String id, @Nullable String owner, String by) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("id", id);
    parameters.put("owner", owner);
    parameters.put("by", by);
    parameters.put("at", clock.instant().atZone(ZoneOffset.UTC));
    return written("writes/access/token-revoke", parameters);
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // the driver takes null values but does not say so
  private Optional<TokenRow> written(
      String statement, Map<String, ? extends @Nullable Object> parameters) {
    Map<String, Object> values = (Map<String, Object>) parameters;
    try (var session = driver.session()) {
      return session.executeWrite(tx -> {
        Optional<TokenRow> written =
            tx.run(Statements.load(statement), values).stream()
                .findFirst()
                .map(r -> row(r.get("token")));
        written.ifPresent(token -> OnceClaim.acted(tx, "token " + token.id()));
        return written;
      });
    }
  }

  private String digest(TokenText token) {
    return key.digest(PURPOSE, token.id() + "_" + token.secret());
  }

  private static TokenRow row(Value node) {
    return new TokenRow(
        node.get("id").asString(),
        node.get("owner").asString(),
        node.get("name").asString(),
        UserNode.roles(Fields.texts(node.get("scopes"))),
        node.get("createdAt").asZonedDateTime().toInstant(),
        node.get("expiresAt").asZonedDateTime().toInstant(),
        node.get("lastUsed").isNull() ? null : node.get("lastUsed").asLocalDate(),
        Fields.instant(node.get("revokedAt")),
        Fields.text(node.get("revokedBy")));
  }
}
