package io.iolaus.simulate.world;

import io.iolaus.simulate.text.TextSource;
import org.jspecify.annotations.Nullable;

/// A way of prompting: where the text comes from, the system prompt sent with it, what it asks of
/// the model, and its language.
public record Utterance(
    TextSource text, @Nullable TextSource system, String capability, String language) {

  public Utterance withSystem(TextSource other) {
    return new Utterance(text, other, capability, language);
  }
}
