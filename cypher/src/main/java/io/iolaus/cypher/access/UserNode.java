package io.iolaus.cypher.access;

import io.iolaus.core.access.AccessKey;
import io.iolaus.core.access.UserRole;
import io.iolaus.cypher.read.Fields;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.neo4j.driver.Value;

/// How a user lies in the graph.
final class UserNode {

  static final String PASSWORD = "password";
  static final String SECOND_FACTOR = "secondFactor";
  static final String RECOVERY = "recovery";
  static final String SIGN_ON = "signOn";
  static final String SUBJECT = "subject";

  private UserNode() {}

  static UserRow row(Value node) {
    return new UserRow(
        node.get("id").asString(),
        node.get("name").asString(),
        roles(Fields.texts(node.get("roles"))),
        UserState.of(node.get("state").asString()).orElse(UserState.DISABLED),
        node.get("version").asLong(),
        node.get("epoch").asLong(),
        Fields.flag(node.get("passwordDue")),
        !node.get(SECOND_FACTOR).isNull(),
        !node.get(RECOVERY).isNull(),
        Fields.flag(node.get(SIGN_ON)),
        Fields.text(node.get(SUBJECT)),
        Fields.instant(node.get("createdAt")),
        Fields.text(node.get("createdBy")),
        Fields.instant(node.get("changedAt")),
        Fields.text(node.get("changedBy")),
        Fields.instant(node.get("passwordAt")));
  }

  /// A role that a newer program gave out opens nothing here.
  static Set<UserRole> roles(List<String> texts) {
    return texts.stream()
        .flatMap(text -> UserRole.of(text).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  static List<String> texts(Collection<UserRole> roles) {
    return roles.stream().sorted().map(UserRole::text).toList();
  }

  static Map<String, Object> created(String id, String name, Collection<UserRole> roles) {
    return Map.of(
        "id",
        id,
        "name",
        name,
        "roles",
        texts(roles),
        "state",
        UserState.ACTIVE.text(),
        "version",
        0L,
        "epoch",
        0L);
  }

  static Map<String, Object> password(
      AccessKey key, String id, String hash, boolean due, Instant now) {
    Map<String, Object> set = new HashMap<>();
    set.put(PASSWORD, key.seal(id, PASSWORD, hash));
    set.put("passwordDue", due);
    set.put("passwordAt", now.atZone(ZoneOffset.UTC));
    return set;
  }
}
