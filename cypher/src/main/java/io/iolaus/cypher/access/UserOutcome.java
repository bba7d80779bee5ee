package io.iolaus.cypher.access;

/// What became of a change of a user.
public sealed interface UserOutcome {

  /// It was made.
  record Done(UserRow user) implements UserOutcome {}

  /// There is no user of that name.
  record Unknown(String name) implements UserOutcome {}

  /// A new user cannot have the name: somebody has or had it.
  record NameTaken(String name) implements UserOutcome {}

  /// Somebody else changed the user since it was read.
  record Changed(UserRow user) implements UserOutcome {}

  /// Nobody would be left who can manage users.
  record LastAdministrator(String name) implements UserOutcome {}
}
