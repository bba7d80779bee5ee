package io.iolaus.cypher.database;

import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;

/// User and password of a database; never printed.
record Credentials(String user, String password) {

  AuthToken token() {
    return AuthTokens.basic(user, password);
  }

  @Override
  public String toString() {
    return "Credentials[" + user + "]";
  }
}
