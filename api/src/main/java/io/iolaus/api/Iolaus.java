package io.iolaus.api;

/// Placeholder.
public final class Iolaus {
  private Iolaus() {}

  public static void main(String[] args) {
    System.out.println(args.length);
  }
}
