package io.iolaus.neo4jlocal;

/// Placeholder.
public final class Neo4jLocal {
  private Neo4jLocal() {}

  public static void main(String[] args) {
    System.out.println(args.length);
  }
}
