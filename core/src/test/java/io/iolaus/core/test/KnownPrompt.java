package io.iolaus.core.test;

/// A prompt of which is known what it was made of.
public interface KnownPrompt {

  /// The number of its template; negative for a prompt that has none.
  int template();

  /// The number of the account that sent it.
  int account();

  String text();
}
